using System.Globalization;
using ReplyBot.Editor.Files;
using ReplyBot.Editor.Scripts;
using ReplyBot.Knowledge.Lint;
using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Editor.Checking;

/// <summary>
/// Checks a script that is being written by the very rules that the files are held to: the draft takes its place among the other
/// scripts, and what lint says of it is brought back to the form's fields.
/// </summary>
internal static class DraftCheck
{
    private const string DraftFile = "\0draft";

    private static readonly string[] SingleFields =
        ["id", "intent", "question", "variants", "wordings", "send", "follow_up", "when.stage", "when.channels", "when.products", "when.categories", "when.buyer", "when.emotion", "when.hours", "when.from", "when.until"];

    /// <summary>What is wrong in a draft.</summary>
    /// <param name="edited">The files as they are.</param>
    /// <param name="draft">The script as it would be saved.</param>
    /// <param name="today">The day in the shop's calendar.</param>
    public static IReadOnlyList<DraftFinding> Check(EditedBase edited, Script draft, DateOnly today)
    {
        string[] fields = ["", .. SingleFields, .. Indexed("variants", draft.Variants.Count), .. Indexed("wordings", draft.Wordings.Count)];
        // Every field gets a line of its own, so that a finding's line is the field.
        var places = fields.Index().Skip(1).ToDictionary(field => field.Item, field => new SourceLocation(DraftFile, field.Index + 1, 1), StringComparer.Ordinal);
        var placed = draft with { Source = new ScriptSource(new SourceLocation(DraftFile, 1, 1), places) };
        var said = draft.Wordings.Index().SelectMany(wording => edited.Guard.CheckTemplate(wording.Item.Text, draft.When.Channels)
            .Select(finding => Said(finding, string.Create(CultureInfo.InvariantCulture, $"wordings[{wording.Index}]")))).ToList();
        var linted = edited.Linter.Lint(placed, today)
            .Select(finding => Linted(finding, FieldOf(finding, fields), draft.Id))
            .Where(finding => !said.Exists(other => other.Field == finding.Field && other.Code == finding.Code));
        return [.. said.Concat(linted).OrderBy(finding => finding.Severity).ThenBy(finding => Array.IndexOf(fields, finding.Field)).ThenBy(finding => finding.Start)];
    }

    private static DraftFinding Said(TextFinding finding, string field) =>
        new(finding.Code, finding.Severity, field, finding.Start, finding.Length, new BilingualText(finding.MessageZh, finding.MessageEn), finding.Fix);

    private static DraftFinding Linted(Finding finding, string field, string id) =>
        new(finding.Code, finding.Severity, field, 0, 0, new BilingualText(Bare(finding.MessageZh, id), Bare(finding.MessageEn, id)), Fix: null);

    /// <summary>The form's field. A file has no line for what is missing there; a form has.</summary>
    private static string FieldOf(Finding finding, string[] fields) => finding.Code switch
    {
        FindingCodes.TooFewVariants => "variants",
        FindingCodes.TooFewWordings => "wordings",
        _ => fields[finding.Line - 1],
    };

    /// <summary>In a list of files a message begins with the script's id; here it is plain which script is meant.</summary>
    private static string Bare(string message, string id) =>
        message.StartsWith(id, StringComparison.Ordinal) && message.AsSpan(id.Length) is ['：' or ':', ..] ? message[(id.Length + 1)..].TrimStart() : message;

    private static IEnumerable<string> Indexed(string field, int count) =>
        Enumerable.Range(0, count).Select(place => string.Create(CultureInfo.InvariantCulture, $"{field}[{place}]"));
}
