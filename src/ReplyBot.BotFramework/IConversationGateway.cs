namespace ReplyBot.BotFramework;

/// <summary>
/// The way from the wire to the program's conversations. The host implements it over its store; everything that crosses
/// it is free of protocol types.
/// </summary>
public interface IConversationGateway
{
    /// <summary>Starts a conversation under the id it is given, or finds that it was started before.</summary>
    Task<ConversationStart> StartAsync(BuyerConversation conversation, CancellationToken cancellationToken);

    /// <summary>The conversation with this id, or null when there is none that a Direct Line client may speak in.</summary>
    Task<BuyerConversation?> FindAsync(string conversationId, CancellationToken cancellationToken);

    /// <summary>
    /// Takes in what a buyer did. When it returns <see cref="PostOutcome.Stored"/> the message is durable; nothing slow
    /// happens before that. The same conversation and client activity id again is <see cref="PostOutcome.Duplicate"/>
    /// with the id given the first time. A message that carries a reply reference starts its conversation if need be; any
    /// other needs a started one. Typing is passed on, not stored.
    /// </summary>
    Task<PostReceipt> PostAsync(InboundMessage message, CancellationToken cancellationToken);

    /// <summary>
    /// What the buyer may see after a watermark, in order: at most <paramref name="take"/> messages, and none only if
    /// there are none. Null when the conversation is unknown.
    /// </summary>
    Task<TranscriptPage?> ReadAsync(string conversationId, long after, int take, CancellationToken cancellationToken);

    /// <summary>
    /// Calls <paramref name="signal"/> whenever something new can be read in the conversation, or somebody types, until
    /// disposed. The callback never blocks and may come from any thread; one call may stand for several messages.
    /// </summary>
    IDisposable Watch(string conversationId, Action<TranscriptSignal> signal);
}
