using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using ReplyBot.BotFramework.Http;

namespace ReplyBot.BotFramework.DirectLine;

/// <summary>Who calls, and what for: either a site's server with the secret, or a buyer's client with a token.</summary>
internal sealed class DirectLineGate(
    DirectLineTokens tokens, IConversationGateway gateway, IOptions<DirectLineOptions> options)
{
    private const string Bearer = "Bearer ";

    /// <summary>Lets the holder of the secret in; a token is not enough.</summary>
    public Problem? AdmitSite(HttpRequest request)
    {
        if (ReadBearer(request) is not { } credential)
            return Problem.Unauthorized("The Authorization header must be 'Bearer' and the Direct Line secret.");

        return !IsSecret(credential) ? Problem.Forbidden("The secret is wrong, or none is configured.", "BadArgument")
            : Origins.Allows(request, options.Value, bound: null) ? null
            : ForeignOrigin();
    }

    /// <summary>Lets the holder of a token in, and says what it allows; null without a refusal means the secret came.</summary>
    public async Task<(TokenGrant? Grant, Problem? Refusal)> AdmitClientAsync(HttpRequest request)
    {
        if (ReadBearer(request) is not { } credential)
            return (null, Problem.Unauthorized("The Authorization header must be 'Bearer' and a token."));

        if (IsSecret(credential))
            return (null, Origins.Allows(request, options.Value, bound: null) ? null : ForeignOrigin());

        var check = await tokens.CheckAsync(credential);
        return check switch
        {
            { State: TokenState.Expired } => (null, Problem.TokenExpired()),
            { Grant: null } => (null, Problem.Forbidden("The token or secret is wrong.", "BadArgument")),
            { Grant: { } grant } when !Origins.Allows(request, options.Value, grant.Origins) => (null, ForeignOrigin()),
            _ => (check.Grant, null),
        };
    }

    /// <summary>
    /// Lets a caller into one conversation: a token only into its own, the secret into any that exists, there as the
    /// conversation's own buyer.
    /// </summary>
    public async Task<(TokenGrant? Grant, Problem? Refusal)> AdmitAsync(
        HttpRequest request, string conversationId, CancellationToken cancellationToken)
    {
        var (grant, refusal) = await AdmitClientAsync(request);
        if (refusal is not null)
            return (null, refusal);

        if (grant is not null)
        {
            // The same answer whether or not the other conversation exists, so that ids cannot be probed.
            return grant.ConversationId == conversationId
                ? (grant, null)
                : (null, Problem.Forbidden("The token is for another conversation.", "BadArgument"));
        }

        return await gateway.FindAsync(conversationId, cancellationToken) is { } found
            ? (new(found.Id, found.ChannelId, found.UserId, found.UserName), null)
            : (null, Problem.UnknownConversation());
    }

    private static string? ReadBearer(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) && header.Length > Bearer.Length
            ? header[Bearer.Length..].Trim()
            : null;
    }

    /// <summary>Compares hashes, so that neither content nor length shows in the time taken.</summary>
    private bool IsSecret(string credential) =>
        options.Value.Secret is { Length: > 0 } secret
        && CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(secret)), SHA256.HashData(Encoding.UTF8.GetBytes(credential)));

    private static Problem ForeignOrigin() => Problem.Forbidden("Pages of this origin may not use Direct Line here.", "OriginNotAllowed");
}
