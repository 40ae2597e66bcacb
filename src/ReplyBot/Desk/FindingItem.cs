using ReplyBot.Accounts.Http;
using ReplyBot.Knowledge.Lint;

namespace ReplyBot.Desk;

/// <summary>What the guard found in a draft. It travels in problem details too, which know no enum names.</summary>
internal sealed record FindingItem(string Code, string Severity, int Start, int Length, FindingMessage Message, string? Fix)
{
    public static FindingItem Of(TextFinding finding) =>
        new(finding.Code, ConsoleJson.Name(finding.Severity), finding.Start, finding.Length, new FindingMessage(finding.MessageZh, finding.MessageEn), finding.Fix);
}

/// <summary>What is wrong, in both languages.</summary>
internal sealed record FindingMessage(string Zh, string En);
