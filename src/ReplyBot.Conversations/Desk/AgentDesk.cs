using ReplyBot.Conversations.Handoffs;
using ReplyBot.Conversations.Serving;
using ReplyBot.Conversations.Storage;
using ReplyBot.Conversations.Suggestions;
using ReplyBot.Conversations.Transcripts;
using ReplyBot.Knowledge.Lint;

namespace ReplyBot.Conversations.Desk;

/// <summary>What agents do with conversations: take, answer, give back, close. Every write of an agent counts only with the current epoch.</summary>
public sealed class AgentDesk(IConversationStore store, IServingBase serving, ShopClock shopClock, TimeProvider clock, ChannelSettings channels, DeskLimits limits)
{
    /// <summary>Changes are computed again when somebody else was first; after so many times the agent is asked to try again.</summary>
    private const int Attempts = 8;

    /// <summary>How far behind a suggestion a reply to its message is looked for.</summary>
    private const int MessagesLookedAt = 100;

    private const string Solved = "solved";

    private readonly int _buyersPerAgent = limits.BuyersPerAgent;

    /// <summary>Takes a waiting buyer, or takes over from the bot. Of many agents at once one gets the buyer.</summary>
    public async Task<DeskResult> AcceptAsync(string conversationId, Agent agent, CancellationToken cancellation)
    {
        // Counted before and not with the change: an agent who accepts twice in one moment may get one more, and no buyer is harmed.
        var isFull = (await store.ListAsync(ConversationScope.Mine, agent.Id, _buyersPerAgent, cancellation)).Count >= _buyersPerAgent;
        return await ChangeAsync(conversationId, change =>
        {
            var holder = change.Before.Handoff?.AgentId;
            if (holder == agent.Id)
                return DeskResult.Unchanged(change.Before);
            if (holder is not null && change.Before.Handoff!.LeaseUntil > change.At)
                return DeskResult.Refused(DeskOutcome.HeldByAnother, change.Before);
            if (isFull)
                return DeskResult.Refused(DeskOutcome.AtCapacity, change.Before);
            change.Assign(NewId(change), agent.Id);
            Signal(change, HandoffStage.Accepted);
            return null;
        }, cancellation);
    }

    /// <summary>Lets an offer pass, so that the buyer is offered to the next agent at once. What was not offered to the agent stays as it is.</summary>
    public Task<DeskResult> DeclineAsync(string conversationId, Agent agent, CancellationToken cancellation) =>
        ChangeAsync(conversationId, change =>
        {
            if (change.Before.Handoff is not { IsWaiting: true } handoff || handoff.OfferedTo != agent.Id)
                return DeskResult.Unchanged(change.Before);
            change.DeclineOffer(change.At + OfferKeeper.Stands);
            return null;
        }, cancellation);

    /// <summary>
    /// Gives the buyer to another agent, or back to the queue, with a note that only agents see. The lease begins anew: an agent who is
    /// not there loses the buyer to the queue, at the original place.
    /// </summary>
    public Task<DeskResult> TransferAsync(string conversationId, Agent agent, long epoch, string? toAgentId, string note, CancellationToken cancellation) =>
        ChangeAsync(conversationId, change =>
        {
            if (!Holds(change.Before, agent, epoch))
                return DeskResult.Refused(DeskOutcome.StaleEpoch, change.Before);
            change.Say(MessageAuthor.Agent, MessageKind.Note, note, said => said with { AuthorName = agent.DisplayName, AgentId = agent.Id });
            change.Transfer(toAgentId);
            return null;
        }, cancellation);

    /// <summary>Sends an agent's reply to the buyer. The same client id again yields the message sent then.</summary>
    public async Task<DeskResult> SendAsync(AgentReply reply, CancellationToken cancellation)
    {
        if (await store.FindByClientIdAsync(reply.ConversationId, reply.ClientId, cancellation) is { } sent)
            return DeskResult.AlreadySent(sent);
        var suggestions = await store.SuggestionsAsync(reply.ConversationId, cancellation);
        var suggestion = suggestions?.Items.FirstOrDefault(item => item.Id == reply.SuggestionId);
        var passedOver = suggestion is null ? await UnansweredAsync(reply.ConversationId, suggestions, cancellation) : null;
        return await ChangeAsync(reply.ConversationId, change =>
        {
            if (!Holds(change.Before, reply.Agent, reply.Epoch))
                return DeskResult.Refused(DeskOutcome.StaleEpoch, change.Before);
            var findings = serving.Current.Guard.Check(reply.Text, change.Before.Channel, reply.ApprovedYuan);
            if (findings.Any(finding => finding.Severity == Severity.Error))
                return DeskResult.Blocked(change.Before, findings);
            var message = change.Say(MessageAuthor.Agent, MessageKind.Message, reply.Text, said => said with
            {
                AuthorName = reply.Agent.DisplayName,
                AgentId = reply.Agent.Id,
                ClientId = reply.ClientId,
                ScriptId = suggestion?.ScriptId ?? reply.ScriptId,
            });
            if (suggestion is not null)
                change.UseSuggestion(suggestion.Id, reply.Agent.Id, EditShare.Of(suggestion.Text, reply.Text));
            else if (passedOver is not null)
                change.PassOverSuggestions(passedOver, reply.Agent.Id, replied: true);
            if (suggestion is not null && serving.Current.Bundle.Content.FindScript(suggestion.ScriptId)?.FollowUp is { } follow)
                change.Plan(new PlannedContact(NewId(change), change.Before.Id, reply.Agent.Id, change.At + follow.After, follow.Script, "", change.At));
            if (HoldingPhrases.Holds(reply.Text))
                change.Promise(new WaitingPromise(message.Id, change.Before.Id, MessageAuthor.Agent, reply.Text, change.At, WaitingTimes.Deadline(serving.Current.Bundle.Content, change.Before.Channel, shopClock.Local(change.At)), null));
            else
                change.KeepPromises(reply.Agent.Id);
            return null;
        }, cancellation);
    }

    /// <summary>Promises the buyer to come back at a time: then the buyer is in the queue again, whatever became of the conversation.</summary>
    public Task<DeskResult> PlanContactAsync(string conversationId, Agent agent, long epoch, DateTimeOffset dueAt, string note, string? scriptId, CancellationToken cancellation) =>
        ChangeAsync(conversationId, change =>
        {
            if (!Holds(change.Before, agent, epoch))
                return DeskResult.Refused(DeskOutcome.StaleEpoch, change.Before);
            change.Plan(new PlannedContact(NewId(change), conversationId, agent.Id, dueAt, scriptId, note, change.At));
            return null;
        }, cancellation);

    /// <summary>Takes a planned contact back, or notes that the matter is settled and nothing is left to come back for.</summary>
    public async Task<DeskResult> SettleContactAsync(string contactId, ContactOutcome outcome, Agent agent, CancellationToken cancellation)
    {
        if ((await store.PlannedContactsAsync(null, null, cancellation)).FirstOrDefault(open => open.Id == contactId) is not { } contact)
            return DeskResult.Unknown;
        return await ChangeAsync(contact.ConversationId, change =>
        {
            change.SettleContact(contact, outcome, agent.Id);
            return null;
        }, cancellation);
    }

    /// <summary>Gives the conversation back to the bot. A promise that was not kept stays open and brings the buyer back when it is due.</summary>
    public Task<DeskResult> ReturnAsync(string conversationId, Agent agent, long epoch, CancellationToken cancellation) =>
        EndAsync(conversationId, agent, epoch, ConversationState.Bot, [], [], cancellation);

    /// <summary>
    /// Closes the conversation with an outcome and, if given, a tag. What was to be come back to since an earlier time is done once the
    /// matter is solved; what was promised this time stays.
    /// </summary>
    public async Task<DeskResult> CloseAsync(string conversationId, Agent agent, long epoch, string outcome, string? tag, CancellationToken cancellation)
    {
        var planned = outcome == Solved ? await store.PlannedContactsAsync(conversationId, null, cancellation) : [];
        return await EndAsync(conversationId, agent, epoch, ConversationState.Closed, [("outcome", outcome), ("tag", tag ?? "")], planned, cancellation);
    }

    private async Task<DeskResult> EndAsync(
        string conversationId, Agent agent, long epoch, ConversationState state, (string, string)[] detail, IReadOnlyList<PlannedContact> planned, CancellationToken cancellation)
    {
        var asked = state == ConversationState.Bot ? await LastOfBuyerAsync(conversationId, cancellation) : null;
        var ignored = await UnansweredAsync(conversationId, await store.SuggestionsAsync(conversationId, cancellation), cancellation);
        return await ChangeAsync(conversationId, change =>
        {
            if (!Holds(change.Before, agent, epoch))
                return DeskResult.Refused(DeskOutcome.StaleEpoch, change.Before);
            if (ignored is not null)
                change.PassOverSuggestions(ignored, agent.Id, replied: false);
            foreach (var contact in planned.Where(contact => contact.At < change.Before.Handoff!.OpenedAt))
                change.SettleContact(contact, ContactOutcome.Answered, agent.Id);
            change.EndHandoff(state, agent.Id, detail);
            if (change.BeginsTurn && asked is { } last)
                change.TakeUpAgain(last);
            Signal(change, HandoffStage.Completed);
            if (state == ConversationState.Closed)
                change.KeepPromises(agent.Id);
            return null;
        }, cancellation);
    }

    /// <summary>The number of the buyer's last message; notes of agents may come after it.</summary>
    private async Task<long?> LastOfBuyerAsync(string conversationId, CancellationToken cancellation)
    {
        var after = (await store.FindAsync(conversationId, cancellation))?.LastSeq - MessagesLookedAt ?? 0;
        var messages = await store.MessagesAsync(conversationId, Math.Max(0, after), MessagesLookedAt, cancellation);
        return messages.LastOrDefault(message => message.From == MessageAuthor.Buyer)?.Seq;
    }

    /// <summary>The suggestions, if no agent has replied to what they are for.</summary>
    private async Task<SuggestionSet?> UnansweredAsync(string conversationId, SuggestionSet? suggestions, CancellationToken cancellation)
    {
        if (suggestions is not { Items.Count: > 0 })
            return null;
        var since = await store.MessagesAsync(conversationId, suggestions.MessageSeq, MessagesLookedAt, cancellation);
        return since.Any(message => message is { From: MessageAuthor.Agent, Kind: MessageKind.Message }) ? null : suggestions;
    }

    private void Signal(ConversationChange change, HandoffStage stage)
    {
        if (channels.HasOutsideDesk(change.Before.Channel))
            change.Signal(stage);
    }

    private static string NewId(ConversationChange change) => Guid.CreateVersion7(change.At).ToString("N");

    private static bool Holds(Conversation conversation, Agent agent, long epoch) =>
        conversation.State == ConversationState.Assigned && conversation.Handoff?.AgentId == agent.Id && conversation.Epoch == epoch;

    /// <summary>Computes a change on what is stored now and commits it; starts over when somebody else was first.</summary>
    private async Task<DeskResult> ChangeAsync(string conversationId, Func<ConversationChange, DeskResult?> apply, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await store.FindAsync(conversationId, cancellation) is not { } conversation)
                return DeskResult.Unknown;
            var change = new ConversationChange(conversation, clock.GetUtcNow());
            if (apply(change) is { } settled)
                return settled;
            try
            {
                if (await store.CommitAsync(change, cancellation))
                    return DeskResult.Done(change);
            }
            catch (SuggestionSentException)
            {
                return DeskResult.Refused(DeskOutcome.SuggestionSent, conversation);
            }
        }
        return DeskResult.Busy;
    }
}
