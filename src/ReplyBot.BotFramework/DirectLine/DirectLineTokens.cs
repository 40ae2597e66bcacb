using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ReplyBot.BotFramework.DirectLine;

/// <summary>
/// Issues and checks the signed tokens of Direct Line: conversation tokens for clients, and the tickets inside stream and
/// attachment addresses. A token is never stored; whoever holds the signing key can check it.
/// </summary>
public sealed class DirectLineTokens
{
    private const string ConversationUse = "replybot:directline";
    private const string StreamUse = "replybot:directline:stream";
    private const string AttachmentUse = "replybot:directline:attachment";
    private const int MaxTokenLength = 4096;

    private readonly DirectLineOptions _options;
    private readonly TimeProvider _time;
    private readonly SigningCredentials _signing;
    private readonly TokenValidationParameters _signature;
    private readonly JsonWebTokenHandler _handler = new() { MaximumTokenSizeInBytes = MaxTokenLength };

    /// <summary>Signs with <see cref="DirectLineOptions.SigningKey"/>.</summary>
    public DirectLineTokens(IOptions<DirectLineOptions> options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options.Value;
        _time = time;

        var key = new SymmetricSecurityKey(_options.SigningKey);
        _signing = new(key, SecurityAlgorithms.HmacSha256);
        _signature = new()
        {
            IssuerSigningKey = key,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            ValidateIssuer = false,

            // Use and time are checked on the claims: an expired token is told from a forged one.
            ValidateAudience = false,
            ValidateLifetime = false,
        };
    }

    /// <summary>A new buyer's id: 128 random bits behind the prefix that Direct Line reserves.</summary>
    public static string NewUserId() => "dl_" + RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>A new conversation's id: 128 random bits.</summary>
    public static string NewConversationId() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>A token for one buyer in one conversation.</summary>
    public IssuedToken Issue(TokenGrant grant)
    {
        ArgumentNullException.ThrowIfNull(grant);
        var token = Sign(ConversationUse, grant.ConversationId, _options.TokenLifetime, payload => payload with
        {
            ChannelId = grant.ChannelId,
            UserId = grant.UserId,
            UserName = grant.UserName,
            Origins = grant.Origins is { Count: > 0 } origins ? origins : null,
        });
        return new(token, (int)_options.TokenLifetime.TotalSeconds);
    }

    /// <summary>What a client's token allows.</summary>
    public async Task<TokenCheck> CheckAsync(string token)
    {
        var (state, payload) = await ReadAsync(token, ConversationUse);
        return state == TokenState.Valid && payload is { ChannelId: { } channel, UserId: { } user }
            ? new(state, new(payload.ConversationId, channel, user, payload.UserName, payload.Origins))
            : new(state == TokenState.Expired ? state : TokenState.Invalid);
    }

    /// <summary>The ticket of a stream address, good for opening the stream soon.</summary>
    internal string IssueStreamTicket(TokenGrant grant) =>
        Sign(StreamUse, grant.ConversationId, _options.StreamAddressLifetime, payload => payload with { Origins = grant.Origins });

    /// <summary>The origins that a valid stream ticket of this conversation is bound to.</summary>
    internal async Task<(TokenState State, IReadOnlyList<string>? Origins)> CheckStreamTicketAsync(string ticket, string conversationId)
    {
        var (state, payload) = await ReadAsync(ticket, StreamUse);
        return payload?.ConversationId == conversationId ? (state, payload.Origins) : (TokenState.Invalid, null);
    }

    /// <summary>The ticket of an attachment's address, because a picture's request carries no token.</summary>
    internal string IssueAttachmentTicket(string conversationId, string fileId) =>
        Sign(AttachmentUse, conversationId, _options.AttachmentAddressLifetime, payload => payload with { FileId = fileId });

    /// <summary>Whether a ticket opens this file.</summary>
    internal async Task<TokenState> CheckAttachmentTicketAsync(string ticket, string conversationId, string fileId)
    {
        var (state, payload) = await ReadAsync(ticket, AttachmentUse);
        return payload?.ConversationId == conversationId && payload.FileId == fileId ? state : TokenState.Invalid;
    }

    private string Sign(string use, string conversationId, TimeSpan lifetime, Func<TokenPayload, TokenPayload> complete)
    {
        var now = _time.GetUtcNow();
        var payload = complete(new()
        {
            Use = use,
            ConversationId = conversationId,
            NotBefore = now.ToUnixTimeSeconds(),
            Expires = (now + lifetime).ToUnixTimeSeconds(),
            Id = RandomNumberGenerator.GetHexString(16, lowercase: true),
        });
        return _handler.CreateToken(JsonSerializer.Serialize(payload, TokenJson.Default.TokenPayload), _signing);
    }

    private async Task<(TokenState State, TokenPayload? Payload)> ReadAsync(string token, string use)
    {
        if (token.Length > MaxTokenLength)
            return (TokenState.Invalid, null);

        var validated = await _handler.ValidateTokenAsync(token, _signature);
        if (!validated.IsValid || validated.SecurityToken is not JsonWebToken jwt)
            return (TokenState.Invalid, null);

        var payload = JsonSerializer.Deserialize(Base64UrlEncoder.DecodeBytes(jwt.EncodedPayload), TokenJson.Default.TokenPayload);
        if (payload?.Use != use)
            return (TokenState.Invalid, null);

        return (_time.GetUtcNow().ToUnixTimeSeconds() < payload.Expires ? TokenState.Valid : TokenState.Expired, payload);
    }
}
