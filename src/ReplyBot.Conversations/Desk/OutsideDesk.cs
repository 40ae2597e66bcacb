using ReplyBot.Conversations.Handoffs;
using ReplyBot.Conversations.Storage;
using ReplyBot.Conversations.Transcripts;

namespace ReplyBot.Conversations.Desk;

/// <summary>
/// A desk of somebody else at the other end of a channel, which takes waiting buyers beside the shop's own agents: whoever is first
/// has the buyer. What its agents say passes this program by; only how the handoff stands is told.
/// </summary>
public sealed class OutsideDesk(IConversationStore store, TimeProvider clock)
{
    /// <summary>The agent whom the outside desk stands for.</summary>
    public static readonly Agent Agent = new("outside-desk", "外部客服台");

    /// <summary>How long it may have a buyer before the shop's own agents look again: it gives no sign of life meanwhile.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromHours(2);

    private const int Attempts = 8;

    /// <summary>Takes in what it tells.</summary>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="stage">How the handoff stands.</param>
    /// <param name="message">Why it failed, for people.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>Whether it changed anything.</returns>
    public async Task<bool> TellAsync(string conversationId, HandoffStage stage, string? message, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await store.FindAsync(conversationId, cancellation) is not { Handoff: { } handoff } conversation)
                return false;
            var change = new ConversationChange(conversation, clock.GetUtcNow());
            if (!Apply(change, handoff, stage, message, await store.OpenPromisesAsync(conversationId, cancellation)))
                return false;
            if (await store.CommitAsync(change, cancellation))
                return true;
        }
        return false;
    }

    private static bool Apply(ConversationChange change, Handoff handoff, HandoffStage stage, string? message, IReadOnlyList<WaitingPromise> open)
    {
        var holds = handoff.AgentId == Agent.Id;
        switch (stage)
        {
            case HandoffStage.Accepted when handoff.IsWaiting:
                change.Assign(handoff.Id, Agent.Id, Lease);
                change.KeepPromises(Agent.Id);
                return true;
            case HandoffStage.Failed when holds || handoff.IsWaiting:
                if (holds)
                    change.LoseLease();
                foreach (var promise in open.Where(promise => promise.AlarmedAt is null))
                    change.RaiseAlarm(promise.Id);
                change.Say(MessageAuthor.System, MessageKind.Note, message is { Length: > 0 } ? $"外部客服台没有接入：{message}" : "外部客服台没有接入");
                return true;
            case HandoffStage.Completed when holds:
                // What its agents said last is not known here: the conversation is over, not the bot's to go on with.
                change.EndHandoff(ConversationState.Closed, Agent.Id, ("outcome", "other"));
                return true;
            default:
                return false;
        }
    }
}
