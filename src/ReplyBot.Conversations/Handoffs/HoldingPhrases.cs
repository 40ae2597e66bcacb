namespace ReplyBot.Conversations.Handoffs;

/// <summary>Tells a holding reply (稍等) from a substantive one, whoever says it.</summary>
public static class HoldingPhrases
{
    private const int LongestHoldingReply = 30;

    private static readonly string[] Phrases =
        ["稍等", "稍候", "等一下", "等下", "等一等", "等我", "请等", "稍后", "马上帮您查", "马上给您查", "帮您看看", "帮您看下", "帮您查一下", "查一下哈", "核实一下", "问一下仓库", "one moment", "please wait"];

    /// <summary>Whether a reply only asks the buyer to wait. A long reply that also says 稍等 has said something.</summary>
    public static bool Holds(string text) =>
        text.Length <= LongestHoldingReply && Array.Exists(Phrases, phrase => text.Contains(phrase, StringComparison.OrdinalIgnoreCase));
}
