using ReplyBot.Conversations.Handoffs;
using ReplyBot.Conversations.Privacy;
using ReplyBot.Conversations.Replies;

namespace ReplyBot.Conversations.Turns;

/// <summary>What can be said to the questions of a turn, and what stays open.</summary>
/// <param name="Said">The answers, in order of the questions.</param>
/// <param name="Open">The questions that only a colleague can answer.</param>
/// <param name="Otherwise">Why the first open one is a colleague's.</param>
/// <param name="Memory">What is remembered once this is said.</param>
internal sealed record Answers(IReadOnlyList<PartAnswer> Said, IReadOnlyList<Advice> Open, HandoffReason Otherwise, ConversationMemory Memory)
{
    private const double SurelyNotForAShop = 0.1;

    /// <summary>The answers as one text.</summary>
    public string Text => JoinedReply.Of(Said.Select(answer => answer.Wording!.Text));

    /// <summary>Whether only small talk is returned.</summary>
    public bool IsCourtesy => Said.All(answer => Courtesy.Is(answer.Script));

    /// <summary>Finds the answers.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="channels">How the bot may act, by channel and intent.</param>
    public static Answers To(Composition turn, ChannelSettings channels)
    {
        var (said, open, memory) = (new List<PartAnswer>(), new List<Advice>(), turn.Memory);
        HandoffReason? otherwise = null;
        var needingOrder = new List<string>();
        foreach (var question in turn.Questions)
        {
            if (question.Decision is { Action: ReplyAction.Answer } && said.Exists(answer => answer.Script.Id == question.Hits[0].Script.Id))
                continue;
            var (answer, reason) = To(turn, question, memory, channels);
            if (answer is null)
            {
                // What is surely not for a shop is no colleague's business either, as long as something else was asked.
                if (question.Read.Intent.InScope >= SurelyNotForAShop)
                    open.Add(question);
                otherwise ??= reason;
                continue;
            }
            said.Add(answer);
            memory = memory.Saying(answer.Wording!.ScriptId, answer.Wording.Wording);
            if (answer.NeedsOrder)
                needingOrder.Add(question.Read.Text);
        }
        if (said.Count > 0)
            memory = memory with { Misses = 0, AwaitingOrder = needingOrder.Count > 0 ? PersonalDataMask.Of(string.Join('\n', needingOrder)) : null };
        return new Answers(said, open, otherwise ?? HandoffReason.Unsure, memory);
    }

    private static (PartAnswer? Answer, HandoffReason Otherwise) To(Composition turn, Advice question, ConversationMemory memory, ChannelSettings channels)
    {
        if (channels.ModeOf(turn.Change.Before.Channel, question.Read.Intent.Top.Id) != ReplyMode.Automatic)
            return (null, HandoffReason.Policy);
        if (question.Decision.Action != ReplyAction.Answer)
            return (null, question.Decision.Reason ?? HandoffReason.Unsure);
        var answer = PartAnswer.Of(question.Hits[0].Script, memory, turn.Facts with { Asked = question.Read.Text });
        if (answer.Wording is null)
            return (null, answer.Otherwise);
        return turn.MayGoOut(answer.Wording.Text) ? (answer, answer.Otherwise) : (null, HandoffReason.Policy);
    }
}
