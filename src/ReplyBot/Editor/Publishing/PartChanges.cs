using System.Text.Json;
using System.Text.Json.Nodes;
using ReplyBot.Accounts.Http;
using ReplyBot.Knowledge;
using ReplyBot.Knowledge.Publishing;

namespace ReplyBot.Editor.Publishing;

/// <summary>How the parts of a base besides its scripts would change, entry by entry: <c>slots.dispatchHours</c> from 24 to 48.</summary>
internal static class PartChanges
{
    private const int FieldsShown = 200;

    /// <summary>What an entry of a list is called by, the first that it has.</summary>
    private static readonly string[] Names = ["id", "phrase", "case", "name"];

    /// <summary>The changes of each part that differs.</summary>
    /// <param name="before">What is served.</param>
    /// <param name="after">What would be.</param>
    /// <param name="parts">The parts that differ, by the names of <see cref="BundleDiff.OtherParts"/>.</param>
    public static IReadOnlyList<PartChangeItem> Of(KnowledgeBase before, KnowledgeBase after, IReadOnlyList<string> parts) =>
        [.. parts.Select(part => new PartChangeItem(part, Fields(Entries(Part(before, part)), Entries(Part(after, part)))))];

    private static object Part(KnowledgeBase content, string part) => part switch
    {
        "taxonomy" => content.Taxonomy,
        "platforms" => content.Platforms,
        "advertising" => content.Advertising,
        "policy" => content.Policy,
        "shop" => content.Shop,
        "products" => content.Products,
        "sizes" => content.SizeTables,
        "lexicon" => content.Lexicon,
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "Not a part of a base."),
    };

    private static IReadOnlyList<FieldChange> Fields(Dictionary<string, List<string>> before, Dictionary<string, List<string>> after) =>
        [.. before.Keys.Union(after.Keys)
            .Select(field => Change(field, before.GetValueOrDefault(field) ?? [], after.GetValueOrDefault(field) ?? []))
            .Where(change => change.Before.Count + change.After.Count > 0)
            .Take(FieldsShown)];

    /// <summary>Of long lists only what came and went.</summary>
    private static FieldChange Change(string field, List<string> before, List<string> after) => new(field, [.. before.Except(after)], [.. after.Except(before)]);

    private static Dictionary<string, List<string>> Entries(object part)
    {
        var entries = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        Collect(JsonSerializer.SerializeToNode(part, part.GetType(), ConsoleJson.Options), "", entries);
        return entries;
    }

    private static void Collect(JsonNode? node, string path, Dictionary<string, List<string>> entries)
    {
        switch (node)
        {
            case JsonObject fields:
                foreach (var (name, value) in fields)
                    Collect(value, path.Length == 0 ? name : $"{path}.{name}", entries);
                break;
            case JsonArray items:
                foreach (var item in items)
                    if (item is JsonObject named && Names.Select(name => named[name]?.ToString()).FirstOrDefault(name => name is not null) is { } key)
                        Collect(item, path.Length == 0 ? key : $"{path}.{key}", entries);
                    else
                        Note(path, Text(item), entries);
                break;
            default:
                Note(path, Text(node), entries);
                break;
        }
    }

    private static string? Text(JsonNode? node) => node is JsonArray words ? string.Join('、', words) : node?.ToString();

    private static void Note(string path, string? value, Dictionary<string, List<string>> entries)
    {
        if (value is null)
            return;
        if (!entries.TryGetValue(path, out var values))
            entries[path] = values = [];
        values.Add(value);
    }
}

/// <summary>How a part of a base would change.</summary>
/// <param name="Name">The part.</param>
/// <param name="Fields">What changes in it.</param>
internal sealed record PartChangeItem(string Name, IReadOnlyList<FieldChange> Fields);
