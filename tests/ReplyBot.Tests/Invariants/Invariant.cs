using ReplyBot.Conversations;
using ReplyBot.Conversations.Events;
using ReplyBot.Conversations.Transcripts;

namespace ReplyBot.Tests.Invariants;

/// <summary>An invariant does not hold.</summary>
public sealed class ViolationException(string what) : Exception(what);

/// <summary>What holds in every conversation after every step.</summary>
public static class Invariant
{
    /// <summary>Compares what is stored with what was predicted.</summary>
    /// <exception cref="ViolationException">Something does not hold.</exception>
    public static void Check(Recording stored, Prediction predicted)
    {
        CheckWaiting(stored, predicted);
        CheckMessages(stored, predicted);
        CheckAnswers(stored);
        Require(stored.OpenPromises.ToHashSet().SetEquals(predicted.OpenPromises.Keys), "Q7: a promise was closed without a substantive reply, or was not opened");
        Require(stored.Events.Where(happened => happened.Kind is ConversationEventKind.Adopted or ConversationEventKind.Edited)
            .GroupBy(happened => happened.Detail["suggestion"]).All(uses => uses.Count() == 1), "M6: a suggestion was sent twice");
    }

    /// <summary>What holds when every pending turn was run.</summary>
    public static void CheckSettled(Recording stored)
    {
        Require(!stored.TurnIsPending, "M4: a turn stays pending for ever");
        var buyer = stored.Messages.LastOrDefault(message => message.From == MessageAuthor.Buyer);
        Require(buyer is null || stored.Events.Any(happened => happened.Kind == ConversationEventKind.Decided && happened.Seq >= buyer.Seq),
            "M4: a message has neither an answer nor a recorded reason");
    }

    public static void Require(bool holds, string what)
    {
        if (!holds)
            throw new ViolationException(what);
    }

    private static void CheckWaiting(Recording stored, Prediction predicted)
    {
        Require(stored.State == predicted.State, $"the state is {stored.State}, predicted {predicted.State}");
        var open = stored.OpenHandoffs;
        var fits = stored.State switch
        {
            ConversationState.Waiting => open is [{ AgentId: null }],
            ConversationState.Assigned => open is [{ AgentId: not null, LeaseUntil: not null }],
            _ => open.Count == 0,
        };
        Require(fits, $"Q1: {stored.State} with the open handoffs [{string.Join(", ", open)}]");
        Require(Replay(stored.Events) == stored.State, "Q2: the events lead to another state than the stored one");
        Require(open.Count == 0 || open[0].AgentId == predicted.Holder, "Q3: another agent holds the buyer than predicted");
        Require(open.Count == 0 || open[0].OpenedAt == predicted.WaitsSince, "Q4: the buyer lost the place in the queue");
        Require(stored.LastFrom != MessageAuthor.Buyer || stored.State == ConversationState.Closed || stored.TurnIsPending || open.Count > 0,
            "Q6: the buyer spoke last and nobody owes anything");
    }

    private static void CheckMessages(Recording stored, Prediction predicted)
    {
        Require(stored.Messages.Select(message => message.Seq).SequenceEqual(Enumerable.Range(1, stored.Messages.Count).Select(seq => (long)seq)) && stored.LastSeq == stored.Messages.Count,
            "M3: sequence numbers have a gap");
        var clients = stored.Messages.Where(message => message.From == MessageAuthor.Buyer)
            .Select(message => (message.ClientId, Id: Conversation.MessageIdOf(predicted.ConversationId, message.Seq))).ToList();
        Require(clients.Count == clients.Select(message => message.ClientId).Distinct().Count(), "M2: one client id, two messages");
        Require(clients.ToHashSet().SetEquals(predicted.Acknowledged.Select(message => ((string?)message.Key, message.Value))),
            "M1: what was acknowledged and what is stored differ");
    }

    /// <summary>The bot answers at most once for what came in, never while an agent has the buyer, and keeps no promise by it.</summary>
    private static void CheckAnswers(Recording stored)
    {
        var (state, unanswered) = (ConversationState.Bot, 0);
        foreach (var happened in stored.Events)
        {
            if (happened.Kind == ConversationEventKind.Received)
                unanswered++;
            if (happened is { Kind: ConversationEventKind.Sent, Actor: "bot" } && happened.Detail.GetValueOrDefault("kind") == nameof(MessageKind.Answer))
            {
                Require(state != ConversationState.Assigned, "M5: the bot answered while an agent has the buyer");
                Require(unanswered > 0, "M4: two answers to one message");
                unanswered = 0;
            }
            Require(happened is not { Kind: ConversationEventKind.PromiseKept, Actor: "bot" }, "M5: the bot kept a promise");
            state = Next(state, happened.Kind);
        }
    }

    private static ConversationState Replay(IEnumerable<RecordedEvent> events) =>
        events.Aggregate(ConversationState.Bot, (state, happened) => Next(state, happened.Kind));

    private static ConversationState Next(ConversationState state, ConversationEventKind kind) => kind switch
    {
        ConversationEventKind.HandoffOpened or ConversationEventKind.LeaseLost or ConversationEventKind.Transferred => ConversationState.Waiting,
        ConversationEventKind.Assigned => ConversationState.Assigned,
        ConversationEventKind.Returned => ConversationState.Bot,
        ConversationEventKind.Closed => ConversationState.Closed,
        ConversationEventKind.Decided when state == ConversationState.Closed => ConversationState.Bot,
        _ => state,
    };
}
