using System.Text.Json;
using ReplyBot.Knowledge;
using ReplyBot.Knowledge.Files;
using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Editor.Publishing;

/// <summary>What publishing would change: the scripts one by one, the rest of the base by its parts.</summary>
internal static class BaseChanges
{
    /// <summary>How the scripts differ, by id.</summary>
    public static IReadOnlyList<ScriptChange> OfScripts(KnowledgeBase published, KnowledgeBase staged)
    {
        var before = published.Scripts.ToDictionary(script => script.Id, StringComparer.Ordinal);
        var after = staged.Scripts.DistinctBy(script => script.Id).ToDictionary(script => script.Id, StringComparer.Ordinal);
        return
        [
            .. before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
                .Select(id => Compare(id, before.GetValueOrDefault(id), after.GetValueOrDefault(id)))
                .OfType<ScriptChange>(),
        ];
    }

    /// <summary>The other parts that differ.</summary>
    public static IReadOnlyList<string> OfParts(KnowledgeBase published, KnowledgeBase staged)
    {
        (string Name, Func<KnowledgeBase, object> Of)[] parts =
        [
            ("policy", content => content.Policy), ("shop", content => content.Shop), ("products", content => content.Products),
            ("size-tables", content => content.SizeTables), ("platforms", content => content.Platforms), ("advertising", content => content.Advertising),
            ("lexicon", content => content.Lexicon), ("taxonomy", content => content.Taxonomy),
        ];
        return [.. parts.Where(part => JsonSerializer.Serialize(part.Of(published)) != JsonSerializer.Serialize(part.Of(staged))).Select(part => part.Name)];
    }

    private static ScriptChange? Compare(string id, Script? before, Script? after)
    {
        if (before is null)
            return new ScriptChange(id, "added", after!.Question, Fields(Nothing, FieldsOf(after)));
        if (after is null)
            return new ScriptChange(id, "removed", before.Question, Fields(FieldsOf(before), Nothing));
        return ScriptFile.Write([before]) == ScriptFile.Write([after])
            ? null
            : new ScriptChange(id, "changed", after.Question, Fields(FieldsOf(before), FieldsOf(after)));
    }

    private static readonly IReadOnlyList<(string Field, IReadOnlyList<string> Lines)> Nothing = [];

    private static IReadOnlyList<FieldChange> Fields(
        IReadOnlyList<(string Field, IReadOnlyList<string> Lines)> before, IReadOnlyList<(string Field, IReadOnlyList<string> Lines)> after) =>
        [.. (after.Count > 0 ? after : before).Select(entry => entry.Field)
            .Select(field => new FieldChange(field, Of(before, field), Of(after, field)))
            .Where(change => !change.Before.SequenceEqual(change.After))];

    private static IReadOnlyList<string> Of(IReadOnlyList<(string Field, IReadOnlyList<string> Lines)> fields, string field) =>
        fields.FirstOrDefault(entry => entry.Field == field).Lines ?? [];

    /// <summary>The fields as an editor reads them, a text a line.</summary>
    private static IReadOnlyList<(string Field, IReadOnlyList<string> Lines)> FieldsOf(Script script) =>
    [
        ("intent", [script.Intent]),
        ("question", [script.Question]),
        ("variants", script.Variants),
        ("wordings", [.. script.Wordings.Select(wording => wording.Simpler ? $"（简）{wording.Text}" : wording.Text)]),
        ("when", [.. WhenOf(script)]),
        ("send", [ScriptVocabulary.SendModes[(int)script.Send]]),
        ("followUp", script.FollowUp is { } followUp ? [$"{followUp.After.TotalHours:0.##}h → {followUp.Script}"] : []),
        ("tags", script.Tags),
        ("note", script.Note is { } note ? [note] : []),
    ];

    /// <summary>The conditions as the file writes them.</summary>
    private static IEnumerable<string> WhenOf(Script script)
    {
        const string Key = "    when: ";
        return ScriptFile.Write([script]).Split('\n').Where(line => line.StartsWith(Key, StringComparison.Ordinal)).Select(line => line[Key.Length..]);
    }
}

/// <summary>How a script would change.</summary>
/// <param name="Id">The script.</param>
/// <param name="Kind"><c>added</c>, <c>removed</c> or <c>changed</c>.</param>
/// <param name="Question">Its standard question, the new one where there is one.</param>
/// <param name="Fields">What changes in it.</param>
internal sealed record ScriptChange(string Id, string Kind, string Question, IReadOnlyList<FieldChange> Fields);

/// <summary>How a field would change: its texts before and after.</summary>
internal sealed record FieldChange(string Field, IReadOnlyList<string> Before, IReadOnlyList<string> After);
