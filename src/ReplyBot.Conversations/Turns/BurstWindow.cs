using ReplyBot.Conversations.Handoffs;
using ReplyBot.Conversations.Replies;
using ReplyBot.Conversations.Shop;

namespace ReplyBot.Conversations.Turns;

/// <summary>
/// Decides whether a turn waits a moment for the rest of what the buyer is typing. What is complete and confident is dealt with at
/// once; what is not may be the first half of a thought. Nobody waits for long: a few windows after the first message it is enough.
/// </summary>
public static class BurstWindow
{
    private const int MostWindows = 3;

    /// <summary>Ends of a message that go on in the next one.</summary>
    private static readonly string[] OpenEnds =
        ["，", ",", "、", "：", ":", "…", "...", "。。", "还有", "然后", "就是", "那个", "另外", "而且", "但是", "因为", "顺便", "对了", "想问一下", "想问下", "请问", "问一下", "问下"];

    /// <summary>Until when to wait for more; null when the turn goes on now.</summary>
    /// <param name="conversation">The conversation; only the bot waits, an agent sees every message at once.</param>
    /// <param name="burst">What came in so far.</param>
    /// <param name="owner">Whether an order was named, and its proof.</param>
    /// <param name="advice">What the bot makes of it.</param>
    /// <param name="window">How long after a message the next is waited for.</param>
    /// <param name="now">The time.</param>
    public static DateTimeOffset? WaitsUntil(Conversation conversation, Burst burst, Ownership owner, Advice advice, TimeSpan window, DateTimeOffset now)
    {
        if (conversation.State is ConversationState.Waiting or ConversationState.Assigned || IsClear(burst, owner, advice))
            return null;
        var (afterLast, afterFirst) = (burst.LastAt + window, burst.FirstAt + (window * MostWindows));
        var until = afterLast < afterFirst ? afterLast : afterFirst;
        // A clock that was set back must not keep a buyer waiting.
        return now < until && until - now <= window ? until : null;
    }

    private static bool IsClear(Burst burst, Ownership owner, Advice advice)
    {
        if (burst.Text.Length == 0 || owner.State is OwnershipState.NeedsPhoneTail || Array.Exists(OpenEnds, end => burst.Text.EndsWith(end, StringComparison.Ordinal)))
            return false;
        if (advice.Decision.Reason is HandoffReason.Threat or HandoffReason.Requested or HandoffReason.Emotion or HandoffReason.Policy)
            return true;
        return advice.Parts.Count > 0
            ? advice.Parts.All(part => part.Decision.Action == ReplyAction.Answer)
            : advice.Decision.Action == ReplyAction.Answer && advice.Read.Intent.Top.Id != Courtesy.Greeting;
    }
}
