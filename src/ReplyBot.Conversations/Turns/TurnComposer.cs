using System.Collections.Immutable;
using ReplyBot.Conversations.Handoffs;
using ReplyBot.Conversations.Replies;
using ReplyBot.Conversations.Serving;
using ReplyBot.Conversations.Shop;
using ReplyBot.Conversations.Storage;
using ReplyBot.Conversations.Suggestions;
using ReplyBot.Conversations.Transcripts;
using ReplyBot.Intent.Emotions;

namespace ReplyBot.Conversations.Turns;

/// <summary>Turns advice into what is said, who waits and what is remembered. Decides nothing about intents; computes nothing from a store.</summary>
public sealed class TurnComposer(ChannelSettings channels, ShopClock shopClock)
{
    private const double StrongEmotion = 0.5;
    private const int MostChoices = 4;

    /// <summary>Writes the turn's outcome into the change.</summary>
    public void Compose(ConversationChange change, ServingBase serving, Burst burst, Ownership owner, Advice advice)
    {
        if (change.After.Memory.ContactPlanned && !Courtesy.Is(advice.Read.Intent.Top.Id))
            change.SupersedeContacts();
        change.Remember(change.After.Memory with { Lane = advice.Lane.ToString(), ContactPlanned = change.After.Memory.ContactPlanned && !change.SupersedesContacts });
        var turn = new Composition(change, serving, burst, advice, FactsFor(change, serving, owner, advice));
        if (change.After.State == ConversationState.Closed)
            change.Reopen();
        if (change.After.State != ConversationState.Bot)
            change.Suggest(SuggestionComposer.Compose(change.After, burst.LastSeq, advice.Hits, turn.Facts));

        // Of several questions each has its own mode.
        var channel = change.Before.Channel;
        var mode = advice.Parts.Count > 0 ? channels.ModeOf(channel) : channels.ModeOf(channel, advice.Read.Intent.Top.Id);
        switch (change.After.State)
        {
            case ConversationState.Assigned:
                turn.Decided(ReplyAction.Suggest, "assigned");
                break;
            case ConversationState.Waiting:
                AnswerWhileWaiting(turn, mode);
                break;
            case ConversationState.Bot when mode != ReplyMode.Automatic:
                HandOver(turn, HandoffReason.Policy, quietly: mode == ReplyMode.Off);
                break;
            case ConversationState.Bot when burst.Text.Length == 0:
                HandOver(turn, HandoffReason.Unsure);
                break;
            default:
                Reply(turn, owner);
                break;
        }
    }

    private void Reply(Composition turn, Ownership owner)
    {
        switch (owner.State)
        {
            case OwnershipState.TooManyTries:
                HandOver(turn, HandoffReason.UnprovedOwner);
                return;
            case OwnershipState.NeedsPhoneTail:
                Ask(turn, NoticeScripts.OrderPhoneTail);
                return;
            case OwnershipState.Mismatch:
                Ask(turn, NoticeScripts.OrderMismatch);
                return;
        }
        var decision = turn.Advice.Decision;
        switch (decision.Action)
        {
            case ReplyAction.Answer:
                Answer(turn);
                break;
            case ReplyAction.Clarify when decision.OutOfScope:
                Ask(turn, NoticeScripts.OutOfScope);
                break;
            case ReplyAction.Clarify:
                Clarify(turn);
                break;
            default:
                HandOver(turn, decision.Reason ?? HandoffReason.Unsure);
                break;
        }
    }

    private void Answer(Composition turn)
    {
        var answers = Answers.To(turn, channels);
        if (answers.Said.Count == 0)
            HandOver(turn, answers.Otherwise);
        else if (answers.Open.Count > 0)
            HandOver(turn, answers.Otherwise, known: answers);
        else if (Say(turn, answers) && answers.Said.Any(answer => answer.ColleagueActs))
            QueueForColleague(turn);
    }

    private void AnswerWhileWaiting(Composition turn, ReplyMode mode)
    {
        // A waiting buyer's new question is answered only when the bot is sure; the human still owes what was promised.
        var answers = turn.Advice.Decision.Action == ReplyAction.Answer && turn.Burst.Text.Length > 0 && mode == ReplyMode.Automatic ? Answers.To(turn, channels) : null;
        if (answers is { Said.Count: > 0, IsCourtesy: false } && turn.MayGoOut(answers.Text))
            Say(turn, answers);
        else
            turn.Decided(ReplyAction.Suggest, "waiting");
        turn.Change.RefreshHandoff(turn.Summary(), turn.Advice.Decision.Reason is HandoffReason.Threat or HandoffReason.Emotion ? QueueOrder.HeadStartOf(HandoffReason.Emotion) : TimeSpan.Zero);
    }

    private void Clarify(Composition turn)
    {
        var choices = turn.Advice.Hits.DistinctBy(hit => hit.Script.Intent).Take(MostChoices).Select(hit => hit.Script.Question).ToImmutableArray();
        Ask(turn, NoticeScripts.Clarify, choices);
    }

    private void Ask(Composition turn, string scriptId, ImmutableArray<string> choices = default)
    {
        var question = Notices.Compose(turn.Serving, scriptId, turn.Change.After, shopClock.Local(turn.Change.At));
        turn.Decided(ReplyAction.Clarify, scriptId);
        turn.Change.Say(MessageAuthor.Bot, MessageKind.Question, question.Text,
            message => message with { ScriptId = scriptId, Choices = choices.IsDefault ? [] : choices });
        turn.Change.Remember(turn.Memory.Saying(scriptId, question.Wording) with { Misses = turn.Memory.Misses + 1 });
    }

    /// <summary>All questions have an answer: one reply says them all.</summary>
    private bool Say(Composition turn, Answers answers)
    {
        var kind = answers.IsCourtesy ? MessageKind.Notice : MessageKind.Answer;
        var first = answers.Said.Where(answer => turn.Memory.WordingsSaid(answer.Script.Id).IsEmpty).ToList();
        turn.Change.Remember(answers.Memory);
        var text = kind == MessageKind.Answer ? Soothe(turn) + answers.Text : answers.Text;
        if (!turn.MayGoOut(text))
        {
            HandOver(turn, HandoffReason.Policy);
            return false;
        }
        turn.Decided(ReplyAction.Answer, string.Join(' ', answers.Said.Select(answer => answer.Wording!.ScriptId)));
        turn.Change.Say(MessageAuthor.Bot, kind, text, message => message with { ScriptId = answers.Said[0].Wording!.ScriptId });
        foreach (var answer in first)
            PlanContact(turn, answer);
        return true;
    }

    /// <summary>Some scripts are followed by another after a time; one that speaks of an order only where the order is known.</summary>
    private static void PlanContact(Composition turn, PartAnswer answer)
    {
        if (answer.Script.FollowUp is not { } follow || turn.Serving.Bundle.Content.FindScript(follow.Script) is not { } script
            || (turn.Facts.Order is null && script.Wordings.Any(PartAnswer.UsesOrder)))
        {
            return;
        }
        var change = turn.Change;
        change.Plan(new PlannedContact(Guid.CreateVersion7(change.At).ToString("N"), change.Before.Id, null, change.At + follow.After, follow.Script, "", change.At));
        change.Remember(turn.Memory with { ContactPlanned = true });
    }

    /// <summary>
    /// The waiting row, the holding reply and the promise are one change: nobody hears 稍等 without being in the queue. What is known
    /// is said in the same reply; a colleague is asked for the rest.
    /// </summary>
    private void HandOver(Composition turn, HandoffReason reason, bool quietly = false, Answers? known = null)
    {
        var change = turn.Change;
        if (known is not null && !turn.MayGoOut(known.Text))
            known = null;
        turn.Decided(known is null ? ReplyAction.Handoff : ReplyAction.Answer, reason.ToString());
        if (known is not null)
            change.Remember(known.Memory);
        change.OpenHandoff(Guid.CreateVersion7(change.At).ToString("N"), reason, turn.Summary(known?.Open), turn.ValueHeadStart);
        change.Suggest(SuggestionComposer.Compose(change.After, turn.Burst.LastSeq, SuggestionsFor(turn, known), turn.Facts));
        if (quietly)
        {
            Signal(turn);
            return;
        }
        var soothing = Soothe(turn);
        var notice = Holding(turn, known);
        var said = change.Say(MessageAuthor.Bot, known is null ? MessageKind.Notice : MessageKind.Answer,
            soothing + (known is null ? notice.Text : $"{known.Text}\n{notice.Text}"), message => message with { ScriptId = known?.Said[0].Wording!.ScriptId ?? notice.ScriptId });
        change.Remember(turn.Memory.Saying(notice.ScriptId, notice.Wording));
        Promise(turn, said);
        Signal(turn);
    }

    private ChosenWording Holding(Composition turn, Answers? known)
    {
        var now = shopClock.Local(turn.Change.At);
        var content = turn.Serving.Bundle.Content;
        var script = !OfficeHours.IsOpen(content, turn.Change.Before.Channel, now) ? NoticeScripts.AfterHours
            : known is not null && content.FindScript(NoticeScripts.HoldingRest) is not null ? NoticeScripts.HoldingRest
            : NoticeScripts.Holding;
        return Notices.Compose(turn.Serving, script, turn.Change.After, now);
    }

    /// <summary>The agent is shown scripts for what is still open.</summary>
    private static IReadOnlyList<Knowledge.Search.ScriptHit> SuggestionsFor(Composition turn, Answers? known) =>
        known is null ? turn.Advice.Hits : [.. known.Open.SelectMany(part => part.Hits)];

    /// <summary>The answer said that a colleague will act: somebody must, so the buyer is in the queue and the answer is a promise.</summary>
    private void QueueForColleague(Composition turn)
    {
        var change = turn.Change;
        var said = change.Messages[^1];
        change.OpenHandoff(Guid.CreateVersion7(change.At).ToString("N"), HandoffReason.FollowUp, turn.Summary(), turn.ValueHeadStart);
        change.Suggest(SuggestionComposer.Compose(change.After, turn.Burst.LastSeq, turn.Advice.Hits, turn.Facts));
        Promise(turn, said);
        Signal(turn);
    }

    private void Signal(Composition turn)
    {
        if (channels.HasOutsideDesk(turn.Change.Before.Channel))
            turn.Change.Signal(HandoffStage.Initiated);
    }

    private void Promise(Composition turn, Message said)
    {
        var change = turn.Change;
        change.Promise(new WaitingPromise(said.Id, change.Before.Id, MessageAuthor.Bot, said.Text, change.At,
            WaitingTimes.Deadline(turn.Serving.Bundle.Content, change.Before.Channel, shopClock.Local(change.At)), null));
    }

    /// <summary>A line of empathy before the matter, once, when the buyer is upset.</summary>
    private static string Soothe(Composition turn)
    {
        var emotion = turn.Advice.Read.Emotion;
        if (emotion.Label is EmotionLabel.Neutral or EmotionLabel.Happy || emotion.Strength < StrongEmotion)
            return "";
        var script = turn.Serving.Bundle.Content.FindScript(NoticeScripts.Soothe);
        var line = script is null ? null : WordingChoice.Next(script, turn.Memory.WordingsSaid(script.Id), turn.Facts);
        if (line is null)
            return "";
        turn.Change.Remember(turn.Memory.Saying(line.ScriptId, line.Wording));
        return line.Text + "\n";
    }

    private SlotFacts FactsFor(ConversationChange change, ServingBase serving, Ownership owner, Advice advice)
    {
        var knowledge = serving.Bundle.Content;
        var memory = change.After.Memory;
        var productId = memory.Product ?? (owner.Order is { Products: [var only] } ? only : null);
        return new SlotFacts(knowledge, owner.Order, productId is null ? null : knowledge.FindProduct(productId), advice.Read.Text,
            new BodyMeasures(memory.Height, memory.Weight), shopClock.Local(change.At))
        {
            BuyerName = channels.VouchesForBuyers(change.Before.Channel) ? change.Before.BuyerName : null,
        };
    }
}
