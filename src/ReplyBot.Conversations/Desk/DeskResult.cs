using ReplyBot.Conversations.Storage;
using ReplyBot.Conversations.Transcripts;
using ReplyBot.Knowledge.Lint;

namespace ReplyBot.Conversations.Desk;

/// <summary>How a request of an agent ended.</summary>
public enum DeskOutcome
{
    Done,
    UnknownConversation,

    /// <summary>Another agent holds the buyer.</summary>
    HeldByAnother,

    /// <summary>The agent holds as many buyers as one agent may.</summary>
    AtCapacity,

    /// <summary>The agent no longer holds the conversation, or holds it under a newer epoch.</summary>
    StaleEpoch,

    /// <summary>The guard found something that must not go out.</summary>
    Blocked,

    /// <summary>The suggestion was sent before; it is sent once.</summary>
    SuggestionSent,

    /// <summary>Others kept being first.</summary>
    Busy,
}

/// <summary>The result of a request of an agent.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Conversation">The conversation afterwards, where known.</param>
/// <param name="Message">The message sent, if one was.</param>
/// <param name="Findings">What the guard found.</param>
public sealed record DeskResult(DeskOutcome Outcome, Conversation? Conversation, Message? Message, IReadOnlyList<TextFinding> Findings)
{
    internal static readonly DeskResult Unknown = new(DeskOutcome.UnknownConversation, null, null, []);

    internal static readonly DeskResult Busy = new(DeskOutcome.Busy, null, null, []);

    internal static DeskResult Done(ConversationChange change) => new(DeskOutcome.Done, change.After, change.Messages.LastOrDefault(message => message.Kind != MessageKind.Signal), []);

    internal static DeskResult Unchanged(Conversation conversation) => new(DeskOutcome.Done, conversation, null, []);

    internal static DeskResult AlreadySent(Message message) => new(DeskOutcome.Done, null, message, []);

    internal static DeskResult Refused(DeskOutcome outcome, Conversation conversation) => new(outcome, conversation, null, []);

    internal static DeskResult Blocked(Conversation conversation, IReadOnlyList<TextFinding> findings) => new(DeskOutcome.Blocked, conversation, null, findings);
}
