using ReplyBot.Knowledge.Lint;

namespace ReplyBot.Editor.Scripts;

/// <summary>A finding in a file, as the editor's pages show it.</summary>
internal sealed record ScriptFinding(string Code, Severity Severity, string File, int Line, BilingualText Message, string? Fix)
{
    public static ScriptFinding Of(Finding finding) =>
        new(finding.Code, finding.Severity, finding.File, finding.Line, new BilingualText(finding.MessageZh, finding.MessageEn), finding.Fix);
}
