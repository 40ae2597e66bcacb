using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using ReplyBot.BotFramework.Schema;
using ReplyBot.BotFramework.Turns;

namespace ReplyBot.BotFramework.DirectLine;

/// <summary>Reads a conversation's transcript as activities for a client.</summary>
internal sealed class TranscriptReader(
    IConversationGateway gateway, DirectLineTokens tokens, IOptions<DirectLineOptions> options, TimeProvider time)
{
    /// <summary>The most activities in one set; a client pages on by the watermark.</summary>
    public const int PageSize = 50;

    /// <summary>What is called Direct Line on the wire, whichever page it is.</summary>
    public const string ChannelId = "directline";

    /// <summary>The activities after a watermark and the watermark after them, or null when the conversation is unknown.</summary>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="after">The watermark that the client has.</param>
    /// <param name="serviceAddress">The address that the client knows us by, for the addresses of files.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<(ActivitySet Set, long Watermark)?> ReadAsync(
        string conversationId, long after, string serviceAddress, CancellationToken cancellationToken)
    {
        if (await gateway.ReadAsync(conversationId, after, PageSize, cancellationToken) is not { } page)
            return null;

        string FileAddress(string fileId) =>
            ServiceAddress.Attachment(serviceAddress, conversationId, fileId, tokens.IssueAttachmentTicket(conversationId, fileId));

        // A client that is ahead of the store (restored from a backup, say) is set back, or it would miss what follows.
        var watermark = page.Messages.Count > 0 ? page.Messages[^1].Seq : Math.Min(after, page.Newest);
        var activities = page.Messages.Select(message => OutboundTurn.Write(message, conversationId, ChannelId, FileAddress));
        return (new([.. activities], Watermark.Write(watermark)), watermark);
    }

    /// <summary>The sign that somebody types.</summary>
    public ActivitySet Typing(Participant from, string conversationId) =>
        new([OutboundTurn.WriteTyping(from, conversationId, ChannelId, time.GetUtcNow())], Watermark: null);

    /// <summary>The address that a request came to.</summary>
    public string AddressOf(HttpRequest request) => ServiceAddress.Of(request, options.Value);
}
