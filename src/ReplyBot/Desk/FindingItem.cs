using ReplyBot.Knowledge.Lint;

namespace ReplyBot.Desk;

/// <summary>What the guard found in a draft.</summary>
internal sealed record FindingItem(string Code, Severity Severity, int Start, int Length, FindingMessage Message, string? Fix)
{
    public static FindingItem Of(TextFinding finding) =>
        new(finding.Code, finding.Severity, finding.Start, finding.Length, new FindingMessage(finding.MessageZh, finding.MessageEn), finding.Fix);
}

/// <summary>What is wrong, in both languages.</summary>
internal sealed record FindingMessage(string Zh, string En);
