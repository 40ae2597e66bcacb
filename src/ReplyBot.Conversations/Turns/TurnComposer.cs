using System.Collections.Immutable;
using System.Globalization;
using ReplyBot.Conversations.Events;
using ReplyBot.Conversations.Handoffs;
using ReplyBot.Conversations.Privacy;
using ReplyBot.Conversations.Replies;
using ReplyBot.Conversations.Serving;
using ReplyBot.Conversations.Shop;
using ReplyBot.Conversations.Storage;
using ReplyBot.Conversations.Suggestions;
using ReplyBot.Conversations.Transcripts;
using ReplyBot.Intent.Emotions;
using ReplyBot.Knowledge.Lint;
using ReplyBot.Knowledge.Scripts;
using ReplyBot.Knowledge.Search;

namespace ReplyBot.Conversations.Turns;

/// <summary>Turns advice into what is said, who waits and what is remembered. Decides nothing about intents; computes nothing from a store.</summary>
public sealed class TurnComposer(ChannelSettings channels, ShopClock shopClock)
{
    private const double StrongEmotion = 0.5;
    private const int MostChoices = 4;
    private const int LongestSummary = 160;

    /// <summary>Writes the turn's outcome into the change.</summary>
    public void Compose(ConversationChange change, ServingBase serving, Burst burst, Ownership owner, Advice advice)
    {
        var turn = new Composition(change, serving, burst, advice, FactsFor(change, serving, owner, advice));
        if (change.After.State == ConversationState.Closed)
            change.Reopen();
        if (change.After.State != ConversationState.Bot)
            change.Suggest(SuggestionComposer.Compose(change.After, burst.LastSeq, advice.Hits, turn.Facts));

        var mode = channels.ModeOf(change.Before.Channel);
        switch (change.After.State)
        {
            case ConversationState.Assigned:
                Decided(turn, ReplyAction.Suggest, "assigned");
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
        var script = turn.Advice.Hits[0].Script;
        if (IsCourtesy(script))
        {
            var courtesy = WordingChoice.NextRound(script, turn.Memory.WordingsSaid(script.Id), turn.Facts);
            if (courtesy is null)
                HandOver(turn, HandoffReason.Unsure);
            else
                Say(turn, courtesy, MessageKind.Notice);
            return;
        }
        if (AsksUnknownFact(script, turn.Facts))
        {
            HandOver(turn, HandoffReason.Unsure);
            return;
        }
        var chosen = WordingChoice.Next(script, turn.Memory.WordingsSaid(script.Id), turn.Facts);
        if (turn.Facts.Order is not null && script.Wordings.Any(UsesOrder) && (chosen is null || !UsesOrder(script.Wordings[chosen.Wording])))
            chosen = OrderState(turn);
        if (chosen is null)
        {
            HandOver(turn, HandoffReason.AskedAgain);
            return;
        }
        if (!Say(turn, chosen, MessageKind.Answer))
            return;
        var needsOrder = turn.Facts.Order is null && script.Wordings.Any(UsesOrder);
        turn.Change.Remember(turn.Memory with { Misses = 0, AwaitingOrder = needsOrder ? PersonalDataMask.Of(turn.Burst.Text) : null });
        if (!needsOrder && script.Tags.Contains(ScriptTags.ColleagueActs))
            QueueForColleague(turn);
    }

    /// <summary>
    /// The order is known but lacks the fact that was asked for (an unpaid order has no parcel): its state is said,
    /// not the wording that asks for the order number again.
    /// </summary>
    private static ChosenWording? OrderState(Composition turn)
    {
        var script = turn.Serving.Bundle.Content.FindScript(NoticeScripts.OrderState);
        var chosen = script is null ? null : WordingChoice.Next(script, turn.Memory.WordingsSaid(script.Id), turn.Facts);
        return chosen is not null && UsesOrder(script!.Wordings[chosen.Wording]) ? chosen : null;
    }

    private void AnswerWhileWaiting(Composition turn, ReplyMode mode)
    {
        // A waiting buyer's new question is answered only when the bot is sure; the human still owes what was promised.
        var isNew = turn.Advice.Decision.Action == ReplyAction.Answer && turn.Burst.Text.Length > 0 && mode == ReplyMode.Automatic;
        var script = isNew ? turn.Advice.Hits[0].Script : null;
        var chosen = script is not null && !IsCourtesy(script) && !AsksUnknownFact(script, turn.Facts)
            ? WordingChoice.Next(script, turn.Memory.WordingsSaid(script.Id), turn.Facts)
            : null;
        if (chosen is null || !MayGoOut(turn, chosen.Text))
            Decided(turn, ReplyAction.Suggest, "waiting");
        else
            Say(turn, chosen, MessageKind.Answer);
    }

    private void Clarify(Composition turn)
    {
        var choices = turn.Advice.Hits.DistinctBy(hit => hit.Script.Intent).Take(MostChoices).Select(hit => hit.Script.Question).ToImmutableArray();
        Ask(turn, NoticeScripts.Clarify, choices);
    }

    private void Ask(Composition turn, string scriptId, ImmutableArray<string> choices = default)
    {
        var question = Notices.Compose(turn.Serving, scriptId, turn.Change.After, shopClock.Local(turn.Change.At));
        Decided(turn, ReplyAction.Clarify, scriptId);
        turn.Change.Say(MessageAuthor.Bot, MessageKind.Question, question.Text,
            message => message with { ScriptId = scriptId, Choices = choices.IsDefault ? [] : choices });
        turn.Change.Remember(turn.Memory.Saying(scriptId, question.Wording) with { Misses = turn.Memory.Misses + 1 });
    }

    private bool Say(Composition turn, ChosenWording chosen, MessageKind kind)
    {
        var text = kind == MessageKind.Answer ? Soothe(turn) + chosen.Text : chosen.Text;
        if (!MayGoOut(turn, text))
        {
            HandOver(turn, HandoffReason.Policy);
            return false;
        }
        Decided(turn, ReplyAction.Answer, chosen.ScriptId);
        turn.Change.Say(MessageAuthor.Bot, kind, text, message => message with { ScriptId = chosen.ScriptId });
        turn.Change.Remember(turn.Memory.Saying(chosen.ScriptId, chosen.Wording) with { Misses = 0 });
        return true;
    }

    /// <summary>The waiting row, the holding reply and the promise are one change: nobody hears 稍等 without being in the queue.</summary>
    private void HandOver(Composition turn, HandoffReason reason, bool quietly = false)
    {
        var change = turn.Change;
        Decided(turn, ReplyAction.Handoff, reason.ToString());
        change.OpenHandoff(Guid.CreateVersion7(change.At).ToString("N"), reason, Summary(turn));
        change.Suggest(SuggestionComposer.Compose(change.After, turn.Burst.LastSeq, turn.Advice.Hits, turn.Facts));
        if (quietly)
            return;
        var now = shopClock.Local(change.At);
        var notice = Notices.Compose(turn.Serving, OfficeHours.IsOpen(turn.Serving.Bundle.Content, change.Before.Channel, now) ? NoticeScripts.Holding : NoticeScripts.AfterHours, change.After, now);
        var soothing = Soothe(turn);
        var said = change.Say(MessageAuthor.Bot, MessageKind.Notice, soothing + notice.Text, message => message with { ScriptId = notice.ScriptId });
        change.Remember(turn.Memory.Saying(notice.ScriptId, notice.Wording));
        change.Promise(new WaitingPromise(said.Id, change.Before.Id, MessageAuthor.Bot, said.Text, change.At, WaitingTimes.Deadline(turn.Serving.Bundle.Content, change.Before.Channel, now), null));
    }

    /// <summary>The answer said that a colleague will act: somebody must, so the buyer is in the queue and the answer is a promise.</summary>
    private void QueueForColleague(Composition turn)
    {
        var change = turn.Change;
        var said = change.Messages[^1];
        change.OpenHandoff(Guid.CreateVersion7(change.At).ToString("N"), HandoffReason.FollowUp, Summary(turn));
        change.Suggest(SuggestionComposer.Compose(change.After, turn.Burst.LastSeq, turn.Advice.Hits, turn.Facts));
        change.Promise(new WaitingPromise(said.Id, change.Before.Id, MessageAuthor.Bot, said.Text, change.At, WaitingTimes.Deadline(turn.Serving.Bundle.Content, change.Before.Channel, shopClock.Local(change.At)), null));
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

    private static bool MayGoOut(Composition turn, string text) =>
        turn.Serving.Guard.Check(text, turn.Change.Before.Channel).All(finding => finding.Severity != Severity.Error);

    private static bool AsksUnknownFact(Script script, SlotFacts facts) =>
        facts.Product is not null && script.Wordings[0].Text.Contains("{{product.fact}}", StringComparison.Ordinal) && facts.Lookup("product.fact") is null;

    private static bool UsesOrder(Wording wording) =>
        wording.Text.Contains("{{order.", StringComparison.Ordinal) || wording.Text.Contains("{{parcel.", StringComparison.Ordinal);

    private static bool IsCourtesy(Script script) => script.Intent is "chat.greeting" or "chat.thanks" or "chat.bye";

    /// <summary>What the buyer said lately, for the agent who takes over.</summary>
    private static string Summary(Composition turn)
    {
        var text = string.Join("；", turn.Memory.Lately.Select(line => line.ReplaceLineEndings(" ")));
        if (turn.Burst.HasFiles)
            text += "[图片]";
        return text.Length <= LongestSummary ? text : string.Concat(text.AsSpan(0, LongestSummary), "…");
    }

    private static void Decided(Composition turn, ReplyAction action, string reason)
    {
        var top = turn.Advice.Read.Intent.Top;
        turn.Change.Happened(ConversationEventKind.Decided, "bot", turn.Burst.LastSeq,
            ("action", action.ToString()), ("reason", reason), ("intent", top.Id),
            ("confidence", top.Confidence.ToString("0.000", CultureInfo.InvariantCulture)),
            ("script", turn.Advice.Hits.Count > 0 ? turn.Advice.Hits[0].Script.Id : ""),
            ("base", turn.Serving.Bundle.Hash));
    }

    private sealed record Composition(ConversationChange Change, ServingBase Serving, Burst Burst, Advice Advice, SlotFacts Facts)
    {
        public ConversationMemory Memory => Change.After.Memory;
    }
}
