using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ReplyBot.BotFramework.Http;

namespace ReplyBot.BotFramework.DirectLine.Streaming;

/// <summary>GET /conversations/{id}/stream?t=&amp;watermark=: turns a ticket into a socket.</summary>
internal sealed class StreamEndpoint(
    DirectLineTokens tokens,
    IConversationGateway gateway,
    StreamRegistry registry,
    TranscriptReader transcript,
    IOptions<DirectLineOptions> options,
    IHostApplicationLifetime lifetime,
    ILogger<StreamEndpoint> logger)
{
    /// <summary>Serves the socket, or answers why not.</summary>
    public async Task ServeAsync(HttpContext http)
    {
        var conversationId = (string)http.Request.RouteValues["conversationId"]!;
        if (await RefuseAsync(http, conversationId) is { } refusal)
        {
            await refusal.ExecuteAsync(http);
            return;
        }

        try
        {
            _ = Watermark.TryRead(http.Request, out var watermark);
            using var socket = await http.WebSockets.AcceptWebSocketAsync();
            var session = new StreamSession(conversationId, transcript.AddressOf(http.Request), watermark, socket, transcript, logger);

            // Watching begins before the first read, so that nothing falls between the two.
            using var watching = gateway.Watch(conversationId, session.Signal);
            registry.Enter(conversationId, session, options.Value.SocketsPerConversation);
            try
            {
                await session.RunAsync(http.RequestAborted);
            }
            finally
            {
                registry.Leave(conversationId, session);
            }
        }
        finally
        {
            registry.Release();
        }
    }

    /// <summary>The problem with a request, or null after a place for its socket was taken.</summary>
    private async Task<Problem?> RefuseAsync(HttpContext http, string conversationId)
    {
        if (!http.WebSockets.IsWebSocketRequest)
            return Problem.BadRequest("This address is for WebSocket clients.");

        var (state, origins) = await tokens.CheckStreamTicketAsync(http.Request.Query["t"].ToString(), conversationId);
        if (state != TokenState.Valid)
            return state == TokenState.Expired ? Problem.TokenExpired() : Problem.Forbidden("The stream address is wrong.", "BadArgument");

        if (!Origins.Allows(http.Request, options.Value, origins))
            return Problem.Forbidden("Pages of this origin may not use Direct Line here.", "OriginNotAllowed");

        if (!Watermark.TryRead(http.Request, out _))
            return Watermark.Malformed();

        if (await gateway.FindAsync(conversationId, http.RequestAborted) is null)
            return Problem.UnknownConversation();

        if (lifetime.ApplicationStopping.IsCancellationRequested)
            return Problem.TooMany(TimeSpan.FromSeconds(5));

        if (registry.TryReserve(options.Value.MaxSockets))
            return null;

        Log.Full(logger, options.Value.MaxSockets);
        return Problem.TooMany(TimeSpan.FromSeconds(30));
    }
}
