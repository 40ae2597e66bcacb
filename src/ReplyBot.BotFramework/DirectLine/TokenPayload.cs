using System.Text.Json.Serialization;

namespace ReplyBot.BotFramework.DirectLine;

/// <summary>
/// The claims of a token. <c>user</c> is a plain string because Microsoft's clients read the buyer's id from it.
/// </summary>
internal sealed record TokenPayload
{
    [JsonPropertyName("aud")]
    public required string Use { get; init; }

    [JsonPropertyName("conv")]
    public required string ConversationId { get; init; }

    [JsonPropertyName("chan")]
    public string? ChannelId { get; init; }

    [JsonPropertyName("user")]
    public string? UserId { get; init; }

    [JsonPropertyName("name")]
    public string? UserName { get; init; }

    [JsonPropertyName("origins")]
    public IReadOnlyList<string>? Origins { get; init; }

    [JsonPropertyName("file")]
    public string? FileId { get; init; }

    [JsonPropertyName("nbf")]
    public long NotBefore { get; init; }

    [JsonPropertyName("exp")]
    public required long Expires { get; init; }

    /// <summary>Makes two tokens of the same second differ, as clients expect of a refreshed one.</summary>
    [JsonPropertyName("jti")]
    public required string Id { get; init; }
}

/// <summary>The JSON of token claims.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TokenPayload))]
internal sealed partial class TokenJson : JsonSerializerContext;
