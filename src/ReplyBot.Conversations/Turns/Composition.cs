using System.Globalization;
using ReplyBot.Conversations.Events;
using ReplyBot.Conversations.Replies;
using ReplyBot.Conversations.Serving;
using ReplyBot.Conversations.Shop;
using ReplyBot.Conversations.Storage;
using ReplyBot.Knowledge.Lint;

namespace ReplyBot.Conversations.Turns;

/// <summary>What one turn is composed from, and into.</summary>
/// <param name="Change">Where the outcome is written.</param>
/// <param name="Serving">What is served.</param>
/// <param name="Burst">What the buyer wrote.</param>
/// <param name="Advice">What the bot makes of it.</param>
/// <param name="Facts">What is known.</param>
internal sealed record Composition(ConversationChange Change, ServingBase Serving, Burst Burst, Advice Advice, SlotFacts Facts)
{
    private const int LongestSummary = 160;

    /// <summary>The text that was examined last: an answer that stands alone is examined as an answer and as the reply.</summary>
    private (string Text, bool MayGoOut)? _examined;

    /// <summary>What is remembered so far.</summary>
    public ConversationMemory Memory => Change.After.Memory;

    /// <summary>The advice on each question; on the one where one was asked.</summary>
    public IReadOnlyList<Advice> Questions => Advice.Parts.Count > 0 ? Advice.Parts : [Advice];

    /// <summary>How much earlier in the queue the buyer's order brings them.</summary>
    public TimeSpan ValueHeadStart =>
        decimal.TryParse(Facts.Order?.Slots.GetValueOrDefault("order.amount"), NumberStyles.Number, CultureInfo.InvariantCulture, out var paid) ? Handoffs.QueueOrder.HeadStartOf(paid) : TimeSpan.Zero;

    /// <summary>Whether nothing in a text is forbidden on the channel.</summary>
    public bool MayGoOut(string text)
    {
        if (_examined?.Text != text)
            _examined = (text, !Serving.Guard.Forbids(text, Change.Before.Channel));
        return _examined.Value.MayGoOut;
    }

    /// <summary>Records what was decided about the messages from the burst's first to its last.</summary>
    public void Decided(ReplyAction action, string reason)
    {
        var top = Advice.Read.Intent.Top;
        Change.Happened(ConversationEventKind.Decided, "bot", Burst.LastSeq,
            ("action", action.ToString()), ("reason", reason), ("lane", Advice.Lane.ToString()), ("intent", top.Id),
            ("confidence", top.Confidence.ToString("0.000", CultureInfo.InvariantCulture)),
            ("questions", Advice.Parts.Count > 0 ? string.Join(' ', Advice.Parts.Select(part => $"{part.Read.Intent.Top.Id}:{part.Lane}")) : ""),
            ("from", Burst.FirstSeq.ToString(CultureInfo.InvariantCulture)),
            ("script", Advice.Hits.Count > 0 ? Advice.Hits[0].Script.Id : ""),
            ("base", Serving.Bundle.Hash));
    }

    /// <summary>What the buyer said lately, for the agent who takes over; first of all what is still open.</summary>
    public string Summary(IReadOnlyList<Advice>? open = null)
    {
        var text = string.Join("；", Memory.Lately.Select(line => line.ReplaceLineEndings(" ")));
        if (open is { Count: > 0 })
            text = $"待答：{Privacy.PersonalDataMask.Of(string.Join("；", open.Select(part => part.Read.Text)).ReplaceLineEndings(" "))}（{text}）";
        if (Burst.HasFiles)
            text += "[图片]";
        return text.Length <= LongestSummary ? text : string.Concat(text.AsSpan(0, LongestSummary), "…");
    }
}
