using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using ReplyBot.BotFramework.Http;
using ReplyBot.BotFramework.Schema;

namespace ReplyBot.BotFramework.Channels.Authentication;

/// <summary>
/// Checks the tokens that callers of <c>/api/messages</c> bring, as the Bot Framework specifies: who signed it, for whom,
/// in time, with a published key; and, when the activity is known, that the key and the token are good for it.
/// </summary>
internal sealed class ChannelAuthenticator : IDisposable
{
    private const string Bearer = "Bearer ";
    private static readonly string[] Algorithms =
        [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];

    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    private readonly ChannelOptions _options;
    private readonly CloudAddresses _cloud;
    private readonly TimeProvider _time;
    private readonly JsonWebTokenHandler _handler = new();
    private readonly SigningKeys _channelKeys;
    private readonly SigningKeys _botKeys;

    public ChannelAuthenticator(IOptions<ChannelOptions> options, IHttpClientFactory http, TimeProvider time)
    {
        _options = options.Value;
        _cloud = CloudAddresses.Of(_options);
        _time = time;
        var client = http.CreateClient(ChannelHttp.Identity);
        _channelKeys = new(_cloud.Metadata, client, time);
        _botKeys = new(_cloud.BotMetadata, client, time);
    }

    /// <summary>Finds out who calls, from the Authorization header alone.</summary>
    public async Task<(CallerIdentity? Caller, Problem? Refusal)> AuthenticateAsync(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return (null, Problem.Unauthorized("The Authorization header must be 'Bearer' and a token."));

        if (ReadToken(header[Bearer.Length..].Trim()) is not { } token)
            return (null, Problem.Unauthorized("The token is not a signed JSON web token of an accepted kind."));

        if (token.Issuer == _cloud.TokenIssuer)
            return await ValidateAsync(token, CallerKind.Channel, _channelKeys, [_cloud.TokenIssuer], request.HttpContext.RequestAborted);

        if (!_cloud.BotTokenIssuers.Contains(token.Issuer, StringComparer.Ordinal))
            return (null, Problem.Unauthorized("The issuer of the token is not accepted."));

        var kind = CallerAppId(token) == _options.AppId ? CallerKind.Emulator : CallerKind.Bot;
        return MayCall(kind, CallerAppId(token))
            ? await ValidateAsync(token, kind, _botKeys, _cloud.BotTokenIssuers, request.HttpContext.RequestAborted)
            : (null, Problem.Forbidden("Calls from the Emulator or from other bots are not configured."));
    }

    /// <summary>Whether this caller may send this activity; null if so.</summary>
    public Problem? Authorize(CallerIdentity caller, Activity activity)
    {
        if (caller.Kind != CallerKind.Channel)
            return null;

        if (!caller.Endorsements.Contains(activity.ChannelId, StringComparer.Ordinal)
            && (_options.RequireEndorsements || caller.Endorsements.Count > 0))
            return Problem.Forbidden("The signing key is not endorsed for this channel.");

        return caller.ServiceUrl is { Length: > 0 } bound && bound == activity.ServiceUrl
            ? null
            : Problem.Forbidden("The token is not for this serviceUrl.");
    }

    public void Dispose()
    {
        _channelKeys.Dispose();
        _botKeys.Dispose();
    }

    /// <summary>The token, if it is one that could count: nothing is fetched for one that could not.</summary>
    private static JsonWebToken? ReadToken(string text)
    {
        try
        {
            var token = new JsonWebToken(text);
            return Algorithms.Contains(token.Alg) && token.Kid is { Length: > 0 } ? token : null;
        }
        catch (Exception e) when (e is ArgumentException or SecurityTokenException)
        {
            return null;
        }
    }

    /// <summary>The app that a bot's token was issued to, which versions 1 and 2 of such tokens name differently.</summary>
    private static string? CallerAppId(JsonWebToken token) =>
        token.TryGetPayloadValue<string>("ver", out var version) && version == "2.0"
            ? token.TryGetPayloadValue<string>("azp", out var party) ? party : null
            : token.TryGetPayloadValue<string>("appid", out var app) ? app : null;

    private bool MayCall(CallerKind kind, string? appId) => kind == CallerKind.Emulator
        ? _options.AllowEmulator
        : appId is { Length: > 0 } && (_options.AllowedCallers.Contains("*") || _options.AllowedCallers.Contains(appId));

    private async Task<(CallerIdentity? Caller, Problem? Refusal)> ValidateAsync(
        JsonWebToken token, CallerKind kind, SigningKeys keys, IEnumerable<string> issuers, CancellationToken cancellationToken)
    {
        JsonWebKey? key;
        try
        {
            key = await keys.FindAsync(token.Kid, cancellationToken);
        }
        catch (HttpRequestException)
        {
            return (null, Problem.Unavailable("The signing keys cannot be fetched at the moment."));
        }

        if (key is null)
            return (null, Problem.Unauthorized("The token is signed with an unknown key."));

        var validated = await _handler.ValidateTokenAsync(token, new()
        {
            IssuerSigningKey = key,
            ValidAlgorithms = Algorithms,
            ValidIssuers = issuers,
            ValidAudience = _options.AppId,
            RequireExpirationTime = true,
            ClockSkew = ClockSkew,
            LifetimeValidator = IsInTime,
        });
        if (!validated.IsValid)
            return (null, Problem.Unauthorized($"The token is not valid ({validated.Exception?.GetType().Name ?? "unknown"})."));

        return (new(kind, ServiceUrlOf(token), SigningKeys.EndorsementsOf(key)), null);
    }

    /// <summary>The claim is written in lower case by the Bot Connector and in camel case in its documentation.</summary>
    private static string? ServiceUrlOf(JsonWebToken token) =>
        token.TryGetPayloadValue<string>("serviceurl", out var lower) ? lower
        : token.TryGetPayloadValue<string>("serviceUrl", out var camel) ? camel
        : null;

    private bool IsInTime(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = _time.GetUtcNow().UtcDateTime;
        return expires is { } end && now < end + ClockSkew && (notBefore is not { } start || now > start - ClockSkew);
    }
}
