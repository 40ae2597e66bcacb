using ReplyBot.Editor.Files;
using ReplyBot.Knowledge.Files;
using ReplyBot.Knowledge.Lint;
using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Editor.Scripts;

/// <summary>A script as a row of the editor's table.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Intent">The intent it answers.</param>
/// <param name="Stage">The stage it is for.</param>
/// <param name="Question">The standard question.</param>
/// <param name="Variants">How many ways of asking it lists.</param>
/// <param name="Wordings">How many ways of answering it has.</param>
/// <param name="Send">Who may send it.</param>
/// <param name="Tags">Its labels.</param>
/// <param name="Usage">How it was used lately.</param>
/// <param name="ChangedAt">Since when it reads as it does.</param>
/// <param name="Errors">What keeps it from being published.</param>
/// <param name="Warnings">What is worth a look.</param>
/// <param name="State">How it differs from what is served: <c>new</c>, <c>changed</c> or <c>same</c>.</param>
/// <param name="Validity"><c>expired</c>, <c>upcoming</c> or <c>now</c>.</param>
/// <param name="Decay">Why it wants looking after; empty for a script in good order.</param>
internal sealed record ScriptRow(
    string Id, string Intent, string Stage, string Question, int Variants, int Wordings, string Send, IReadOnlyList<string> Tags,
    ScriptUsage Usage, DateTimeOffset? ChangedAt, int Errors, int Warnings, string State, string Validity, IReadOnlyList<Decay> Decay)
{
    /// <summary>A script of the files.</summary>
    /// <param name="script">The script.</param>
    /// <param name="edited">The files.</param>
    /// <param name="usage">How it was used lately.</param>
    /// <param name="published">What was published under its id, or null.</param>
    /// <param name="now">The time in the shop.</param>
    public static ScriptRow Of(Script script, EditedBase edited, ScriptUsage usage, PublishedScript? published, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.DateTime);
        var state = published is null ? "new" : ScriptFile.Write([script]) == published.Text ? "same" : "changed";
        var findings = edited.FindingsByScript[script.Id].ToList();
        var errors = findings.Count(finding => finding.Severity == Severity.Error);
        return new ScriptRow(
            script.Id, script.Intent, ScriptVocabulary.Name(script.When.Stage), script.Question, script.Variants.Count, script.Wordings.Count,
            ScriptVocabulary.SendModes[(int)script.Send], script.Tags, usage,
            state == "same" ? published!.Since : script.Source is { } source && edited.ChangedAt.TryGetValue(source.Script.File, out var at) ? at : null,
            errors, findings.Count - errors, state,
            script.When.Until < today ? "expired" : script.When.From > today ? "upcoming" : "now",
            Decays.Of(script, findings, usage, published is null ? TimeSpan.Zero : now - published.First, today));
    }
}
