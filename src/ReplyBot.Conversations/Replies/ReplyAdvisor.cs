using ReplyBot.Conversations.Handoffs;
using ReplyBot.Conversations.Serving;
using ReplyBot.Intent;
using ReplyBot.Knowledge.Scripts;
using ReplyBot.Knowledge.Search;

namespace ReplyBot.Conversations.Replies;

/// <summary>What the advice depends on besides the words.</summary>
/// <param name="Channel">The channel; scripts are filtered by it.</param>
/// <param name="At">The time on the shop's clock; scripts have validity dates and hours.</param>
/// <param name="Memory">What the conversation remembers.</param>
public sealed record AdviceContext(string Channel, DateTimeOffset At, ConversationMemory Memory)
{
    /// <summary>How many scripts are ranked.</summary>
    public int Top { get; init; } = 5;
}

/// <summary>Reads a message, finds the scripts that fit and decides what to do: the pure part of a turn, without store or channel.</summary>
public sealed class ReplyAdvisor(ChannelSettings channels)
{
    /// <summary>Advises on one message.</summary>
    public Advice Advise(ServingBase serving, string text, AdviceContext context)
    {
        var read = serving.Reader.Read(text);
        return Advise(serving, read, context);
    }

    /// <summary>Advises on a message that was read already; on each of its questions where it asks several.</summary>
    public Advice Advise(ServingBase serving, Understanding read, AdviceContext context)
    {
        var whole = AdviseOnOne(serving, read, context);
        if (read.Questions.Count < 2 || whole.Decision.Reason is HandoffReason.Threat or HandoffReason.Requested or HandoffReason.Emotion)
            return whole;
        IReadOnlyList<Advice> parts = [.. read.Questions.Select(question => AdviseOnOne(serving, PartOf(read, question), context))];
        return AreApart(whole, parts) ? new Advice(read, Interleave(parts), ReplyDecision.Answer) { Parts = parts } : whole;
    }

    /// <summary>
    /// Whether the parts may be answered on their own. A line end was the buyer's, and what is clear as a whole is not made less so by an
    /// open question beside it; else a comma or a question mark may as well stand inside one question (我申请了退款，你能给我取消吗), so that
    /// two parts have to be answered by different scripts.
    /// </summary>
    private static bool AreApart(Advice whole, IReadOnlyList<Advice> parts)
    {
        var answers = parts.Where(part => part.Decision.Action == ReplyAction.Answer).Select(part => part.Hits[0].Script.Id).Distinct().Count();
        var sure = whole.Decision.Action == ReplyAction.Answer || whole.Read.Text.AsSpan().Trim().Contains('\n');
        return answers >= (sure ? 1 : 2);
    }

    private Advice AdviseOnOne(ServingBase serving, Understanding read, AdviceContext context)
    {
        var found = serving.Index.Search(new ScriptQuery(read.Text, context.At)
        {
            Channel = context.Channel,
            ProductId = context.Memory.Product,
            Category = context.Memory.Product is { } product ? serving.Bundle.Content.FindProduct(product)?.Category : null,
            Hours = OfficeHours.IsOpen(serving.Bundle.Content, context.Channel, context.At) ? ServiceHours.Office : ServiceHours.AfterHours,
            Stage = StageOf(read, context.Memory),
            Emotion = ScriptVocabulary.Emotions[(int)read.Emotion.Label],
            Buyers = [.. read.BuyerTypes.Select(evidence => ScriptVocabulary.Buyers[(int)evidence.Type])],
            IntentConfidences = read.Intent.Ranked.ToDictionary(scored => scored.Id, scored => scored.Confidence),
            Adoption = serving.Adoption,
            Top = context.Top,
            IncludeAgentOnly = true,
        });
        IReadOnlyList<ScriptHit> hits = [.. found.Where(hit => hit.Script.Id != NoticeScripts.HoldingRest && !NoticeScripts.All.Contains(hit.Script.Id))];
        // A buyer who takes one of the offered choices asks a standard question word for word.
        var asked = hits.FirstOrDefault(hit => hit.Script.Question == read.Text.Trim());
        if (asked is not null)
            return new Advice(read, [asked, .. hits.Where(hit => hit != asked)], asked.Script.Send == SendMode.Automatic ? ReplyDecision.Answer : ReplyDecision.Handoff(HandoffReason.Policy));
        var decision = ReplyPolicy.Decide(read, hits, context.Memory.Misses, channels.ThresholdsOf(context.Channel));
        return new Advice(read, hits, decision);
    }

    /// <summary>Where the buyer stands: as this message says, else as an earlier one did; null where nothing has told.</summary>
    private static Stage? StageOf(Understanding read, ConversationMemory memory) =>
        Enum.TryParse<Stage>(read.Stage?.ToString() ?? memory.Stage, out var stage) ? stage : null;

    /// <summary>One question of a message; who asks, and how they feel, is the whole message's.</summary>
    private static Understanding PartOf(Understanding read, Request question) =>
        read with { Text = read.Text.Substring(question.Start, question.Length).Trim(), Intent = question.Intent, Requests = [question], Questions = [] };

    /// <summary>The best script of each part, then the second of each, so that an agent sees something for every question.</summary>
    private static IReadOnlyList<ScriptHit> Interleave(IReadOnlyList<Advice> parts) =>
        [.. parts.SelectMany(part => part.Hits.Select((hit, place) => (hit, place))).OrderBy(ranked => ranked.place).Select(ranked => ranked.hit).DistinctBy(hit => hit.Script.Id)];
}
