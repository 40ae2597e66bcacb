using ReplyBot.Conversations.Replies;
using ReplyBot.Conversations.Serving;
using ReplyBot.Conversations.Shop;
using ReplyBot.Conversations.Storage;
using ReplyBot.Conversations.Suggestions;
using ReplyBot.Conversations.Transcripts;
using ReplyBot.Intent;
using ReplyBot.Intent.Classification;
using ReplyBot.Intent.Emotions;
using ReplyBot.Knowledge.Lint;
using ReplyBot.Knowledge.Scripts;
using ReplyBot.Knowledge.Search;

namespace ReplyBot.Conversations.Handoffs;

/// <summary>
/// Brings planned contacts back when they are due. What an agent promised goes to the queue. What a script promised the bot says by
/// itself, at work hours, with facts and to a buyer whom nobody has talked to since; where only a human may say it, it goes to the queue.
/// </summary>
public sealed class ContactKeeper(IConversationStore store, IServingBase serving, OrderOwnership ownership, ChannelSettings channels, ShopClock shopClock, TimeProvider clock)
{
    /// <summary>A program that was off for longer says nothing that is so late.</summary>
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(2);

    /// <summary>Nobody said anything: what is known of the order is what was proved before.</summary>
    private static readonly Understanding Nothing = new("", new IntentPrediction([new ScoredIntent(IntentPrediction.OutOfScope, 0)], 0), [], Emotion.Neutral, [], [], []);

    /// <summary>Does what is due now.</summary>
    public async Task TickAsync(CancellationToken cancellation)
    {
        foreach (var contact in await store.PlannedContactsAsync(null, clock.GetUtcNow(), cancellation))
            await KeepAsync(contact, cancellation);
    }

    private async Task KeepAsync(PlannedContact contact, CancellationToken cancellation)
    {
        if (await store.FindAsync(contact.ConversationId, cancellation) is not { } conversation)
            return;
        var change = new ConversationChange(conversation, clock.GetUtcNow());
        var content = serving.Current.Bundle.Content;
        var script = contact.ScriptId is null ? null : content.FindScript(contact.ScriptId);
        if (contact.AgentId is not null)
        {
            BringBack(change, contact, script, await FactsAsync(conversation, cancellation));
        }
        else if (script is null || contact.DueAt + LongestDelay < change.At)
        {
            change.SettleContact(contact, ContactOutcome.Skipped);
        }
        else if (conversation.State != ConversationState.Bot)
        {
            // Somebody talks with the buyer, or closed the matter: the bot has nothing to add.
            change.SettleContact(contact, ContactOutcome.Answered);
        }
        else if (!OfficeHours.IsOpen(content, conversation.Channel, shopClock.Local(change.At)))
        {
            return;
        }
        else if (script.Send == SendMode.Agent)
        {
            BringBack(change, contact, script, await FactsAsync(conversation, cancellation));
        }
        else
        {
            Say(change, contact, script, await FactsAsync(conversation, cancellation));
        }
        await store.CommitAsync(change, cancellation);
    }

    private void BringBack(ConversationChange change, PlannedContact contact, Script? script, SlotFacts facts)
    {
        change.SettleContact(contact, ContactOutcome.Queued);
        var what = "到期回访：" + (contact.Note.Length > 0 ? contact.Note : script?.Question ?? "");
        if (change.After.Handoff is null)
        {
            change.OpenHandoff(Guid.CreateVersion7(change.At).ToString("N"), HandoffReason.FollowUp, what);
            if (channels.HasOutsideDesk(change.Before.Channel))
                change.Signal(HandoffStage.Initiated);
        }
        else
        {
            change.Say(MessageAuthor.System, MessageKind.Note, what);
        }
        if (script is not null)
            change.Suggest(SuggestionComposer.Compose(change.After, change.After.LastSeq, [new ScriptHit(script, 1, script.Question, [])], facts));
    }

    private void Say(ConversationChange change, PlannedContact contact, Script script, SlotFacts facts)
    {
        var mode = channels.ModeOf(change.Before.Channel, script.Intent);
        var answer = PartAnswer.Of(script, change.After.Memory, facts);
        if (mode != ReplyMode.Automatic || answer is { Wording: null } or { NeedsOrder: true }
            || serving.Current.Guard.Forbids(answer.Wording.Text, change.Before.Channel))
        {
            change.SettleContact(contact, ContactOutcome.Skipped);
            return;
        }
        change.Say(MessageAuthor.Bot, MessageKind.Notice, answer.Wording.Text, message => message with { ScriptId = answer.Wording.ScriptId });
        change.Remember(change.After.Memory.Saying(answer.Wording.ScriptId, answer.Wording.Wording));
        change.SettleContact(contact, ContactOutcome.Said);
    }

    private async Task<SlotFacts> FactsAsync(Conversation conversation, CancellationToken cancellation)
    {
        var knowledge = serving.Current.Bundle.Content;
        var owner = await ownership.CheckAsync(conversation, Nothing, cancellation);
        var product = conversation.Memory.Product is { } id ? knowledge.FindProduct(id) : null;
        return new SlotFacts(knowledge, owner.Order, product, "", default, shopClock.Local(clock.GetUtcNow()));
    }
}
