using System.Data;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;
using Dapper;

namespace ReplyBot.Storage;

/// <summary>
/// The one edge over which texts reach a database, to be kept or to be looked for. PostgreSQL refuses NUL and half a surrogate pair,
/// SQLite keeps the one and alters the other; here both become U+FFFD, so that both engines hold and find the same text.
/// </summary>
internal sealed class StoredText : SqlMapper.ITypeHandler
{
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "Dapper's mapping is the program's own and must hold before the first statement, whoever runs it.")]
    internal static void Register()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        // Without this Dapper would take strings as they are and never ask the handler.
        SqlMapper.RemoveTypeMap(typeof(string));
        SqlMapper.AddTypeHandler(typeof(string), new StoredText());
    }

    /// <summary>The text as it can be stored.</summary>
    public static string Of(string text)
    {
        if (IsStorable(text))
            return text;
        var stored = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            stored.Append(rune.Value == 0 ? Rune.ReplacementChar.ToString() : rune.ToString());
        return stored.ToString();
    }

    public void SetValue(IDbDataParameter parameter, object value)
    {
        parameter.DbType = DbType.String;
        parameter.Value = value is string text ? Of(text) : value;
    }

    public object? Parse(Type destinationType, object value) => value as string ?? value.ToString();

    private static bool IsStorable(string text)
    {
        if (!text.Contains('\0') && text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff') < 0)
            return true;
        for (var place = 0; place < text.Length; place++)
        {
            if (text[place] == '\0')
                return false;
            if (!char.IsSurrogate(text[place]))
                continue;
            if (place + 1 == text.Length || !char.IsSurrogatePair(text[place], text[place + 1]))
                return false;
            place++;
        }
        return true;
    }
}
