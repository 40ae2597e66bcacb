using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace ReplyBot.Storage.Prepared;

/// <summary>A parameter that is named as in the statement, <c>@name</c>: without the prefix SQLite is asked for every prefix in turn, at each execution.</summary>
internal sealed class PrefixedParameter : SqliteParameter
{
    private static readonly ConcurrentDictionary<string, string> Names = new(StringComparer.Ordinal);

    [AllowNull]
    public override string ParameterName
    {
        get => base.ParameterName;
        set => base.ParameterName = value is { Length: > 0 } && value[0] != '@' ? Names.GetOrAdd(value, name => "@" + name) : value;
    }
}
