using ReplyBot.Conversations.Events;
using ReplyBot.Conversations.Transcripts;

namespace ReplyBot.Board;

/// <summary>An event of the day, as far as the board's figures need it.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="Channel">Its channel.</param>
/// <param name="Kind">What happened.</param>
/// <param name="At">When.</param>
/// <param name="Actor"><c>buyer</c>, <c>bot</c>, <c>clock</c> or an agent's id.</param>
/// <param name="MessageKind">What a sent message was for; null for other events.</param>
internal sealed record DayEvent(string ConversationId, string Channel, ConversationEventKind Kind, DateTimeOffset At, string Actor, MessageKind? MessageKind)
{
    /// <summary>Whether an agent did it.</summary>
    public bool ByAgent => Actor is not ("buyer" or "bot" or "clock");

    /// <summary>Whether it is a reply to what the buyer asked: a notice such as 稍等 is none.</summary>
    public bool IsReply => Kind == ConversationEventKind.Sent && MessageKind is Conversations.Transcripts.MessageKind.Message
        or Conversations.Transcripts.MessageKind.Answer or Conversations.Transcripts.MessageKind.Question;
}
