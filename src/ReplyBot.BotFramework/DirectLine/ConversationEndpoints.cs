using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using ReplyBot.BotFramework.Http;
using ReplyBot.BotFramework.Turns;

namespace ReplyBot.BotFramework.DirectLine;

/// <summary>Tokens and conversations: how a client gets in, and back in.</summary>
internal sealed class ConversationEndpoints(
    DirectLineGate gate, DirectLineTokens tokens, IConversationGateway gateway, IOptions<DirectLineOptions> options)
{
    private const int MaxParameterBytes = 16 * 1024;
    private const int MaxUserIdLength = 100;
    private const int MaxTrustedOrigins = 20;

    /// <summary>POST /tokens/generate: a site's server gets a token for one visitor; the conversation starts later.</summary>
    public async Task<IResult> GenerateTokenAsync(HttpContext http)
    {
        if (gate.AdmitSite(http.Request) is { } refusal)
            return refusal;

        var (grant, _, problem) = await ReadGrantAsync(http.Request);
        return problem ?? Respond(grant!, StatusCodes.Status200OK, streamUrl: null);
    }

    /// <summary>POST /tokens/refresh: a new token for the same buyer and conversation, while the old one counts.</summary>
    public async Task<IResult> RefreshTokenAsync(HttpContext http)
    {
        var (grant, refusal) = await gate.AdmitClientAsync(http.Request);
        return refusal
            ?? (grant is null
                ? Problem.BadRequest("A secret does not expire; only tokens are refreshed.")
                : Respond(grant, StatusCodes.Status200OK, streamUrl: null));
    }

    /// <summary>POST /conversations: starts the token's conversation, or finds it started.</summary>
    public async Task<IResult> StartAsync(HttpContext http)
    {
        var (admitted, refusal) = await gate.AdmitClientAsync(http.Request);
        if (refusal is not null)
            return refusal;

        var (asked, locale, problem) = await ReadGrantAsync(http.Request, namedBuyerCounts: admitted is null);
        if (problem is not null)
            return problem;

        var grant = admitted ?? asked!;
        var start = await gateway.StartAsync(
            new(grant.ConversationId, grant.ChannelId, grant.UserId, grant.UserName, locale), http.RequestAborted);
        return Respond(
            grant,
            start == ConversationStart.Created ? StatusCodes.Status201Created : StatusCodes.Status200OK,
            StreamUrl(http.Request, grant, watermark: 0));
    }

    /// <summary>GET /conversations/{id}?watermark=: a new stream address that goes on after the watermark.</summary>
    public async Task<IResult> ReconnectAsync(HttpContext http, string conversationId)
    {
        var (grant, refusal) = await gate.AdmitAsync(http.Request, conversationId, http.RequestAborted);
        if (refusal is not null)
            return refusal;

        if (!Watermark.TryRead(http.Request, out var watermark))
            return Watermark.Malformed();

        return await gateway.FindAsync(conversationId, http.RequestAborted) is null
            ? Problem.UnknownConversation()
            : Respond(grant!, StatusCodes.Status200OK, StreamUrl(http.Request, grant!, watermark));
    }

    private string StreamUrl(HttpRequest request, TokenGrant grant, long watermark) =>
        ServiceAddress.Stream(request, options.Value, grant.ConversationId, watermark, tokens.IssueStreamTicket(grant));

    private IResult Respond(TokenGrant grant, int status, string? streamUrl)
    {
        var issued = tokens.Issue(grant);
        return Results.Json(
            new ConversationResponse(grant.ConversationId, issued.Token, issued.ExpiresIn, streamUrl),
            DirectLineJson.Default.ConversationResponse,
            statusCode: status);
    }

    /// <summary>Reads the optional body and makes the grant that it asks for.</summary>
    private static async Task<(TokenGrant? Grant, string? Locale, Problem? Problem)> ReadGrantAsync(
        HttpRequest request, bool namedBuyerCounts = true)
    {
        var (asked, problem) = await RequestBody.ReadJsonAsync(
            request, DirectLineJson.Default.ConversationParameters, MaxParameterBytes, optional: true);
        if (problem is not null)
            return (null, null, problem);

        var locale = asked?.Locale is { Length: > 0 and <= 35 } tag ? tag : null;
        if (!namedBuyerCounts)
            return (null, locale, null);

        if (asked?.User?.Id is { Length: > 0 } id && (id.Length > MaxUserIdLength || !id.StartsWith("dl_", StringComparison.Ordinal)))
            return (null, null, Problem.BadRequest($"user.id must begin with 'dl_' and have at most {MaxUserIdLength} characters."));

        var origins = asked?.TrustedOrigins ?? [];
        if (origins.Count > MaxTrustedOrigins || !origins.All(Origins.IsOrigin))
            return (null, null, Problem.BadRequest($"trustedOrigins must be at most {MaxTrustedOrigins} origins such as https://shop.example."));

        return (new(
            DirectLineTokens.NewConversationId(),
            "directline",
            asked?.User?.Id is { Length: > 0 } named ? named : DirectLineTokens.NewUserId(),
            InboundTurn.DisplayName(asked?.User?.Name),
            origins), locale, null);
    }
}
