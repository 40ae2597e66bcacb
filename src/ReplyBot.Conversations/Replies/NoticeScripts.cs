namespace ReplyBot.Conversations.Replies;

/// <summary>The scripts that the bot needs by name: what it says when it does not answer. A base without them is not published.</summary>
public static class NoticeScripts
{
    public const string Holding = "notice.holding";

    /// <summary>The holding reply after a part of what was asked was answered; where a base lacks it, the usual one is said.</summary>
    public const string HoldingRest = "notice.holding_rest";

    public const string AfterHours = "notice.after_hours";
    public const string Reassure = "notice.reassure";
    public const string Soothe = "notice.soothe";
    public const string Clarify = "notice.clarify";
    public const string OrderPhoneTail = "notice.order_phone_tail";
    public const string OrderMismatch = "notice.order_mismatch";
    public const string OrderState = "notice.order_state";
    public const string OutOfScope = "out_of_scope.neutral";

    /// <summary>All that a base must have.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Holding, AfterHours, Reassure, Soothe, Clarify, OrderPhoneTail, OrderMismatch, OrderState, OutOfScope];
}
