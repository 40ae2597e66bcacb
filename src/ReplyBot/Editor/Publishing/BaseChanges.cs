using ReplyBot.Knowledge.Files;
using ReplyBot.Knowledge.Publishing;
using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Editor.Publishing;

/// <summary>What publishing would change, as an editor reads it: script by script and field by field.</summary>
internal static class BaseChanges
{
    /// <summary>How the scripts differ, by id.</summary>
    public static IReadOnlyList<ScriptChangeItem> OfScripts(BundleDiff diff) =>
    [
        .. diff.Added.Select(script => new ScriptChangeItem(script.Id, "added", script.Question, Fields(Nothing, FieldsOf(script))))
            .Concat(diff.Removed.Select(script => new ScriptChangeItem(script.Id, "removed", script.Question, Fields(FieldsOf(script), Nothing))))
            .Concat(diff.Changed.Select(change => new ScriptChangeItem(change.After.Id, "changed", change.After.Question, Fields(FieldsOf(change.Before), FieldsOf(change.After)))))
            .OrderBy(change => change.Id, StringComparer.Ordinal),
    ];

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
internal sealed record ScriptChangeItem(string Id, string Kind, string Question, IReadOnlyList<FieldChange> Fields);

/// <summary>How a field would change: its texts before and after.</summary>
internal sealed record FieldChange(string Field, IReadOnlyList<string> Before, IReadOnlyList<string> After);
