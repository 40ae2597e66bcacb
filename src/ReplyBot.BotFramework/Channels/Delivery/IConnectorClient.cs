namespace ReplyBot.BotFramework.Channels.Delivery;

/// <summary>Sends replies to channels that must be called.</summary>
public interface IConnectorClient
{
    /// <summary>
    /// Sends one message to where a reply reference points. Brief trouble is retried here with the same activity id; what
    /// is left comes back as an outcome, never as an exception.
    /// </summary>
    /// <param name="replyReference">The <see cref="InboundMessage.ReplyReference"/> of a message from that conversation.</param>
    /// <param name="message">What to say.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<DeliveryResult> SendAsync(string replyReference, TranscriptMessage message, CancellationToken cancellationToken);
}
