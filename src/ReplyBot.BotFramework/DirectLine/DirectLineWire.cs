using System.Text.Json.Serialization;

namespace ReplyBot.BotFramework.DirectLine;

/// <summary>What a site or client says about the conversation that it wants.</summary>
internal sealed record ConversationParameters(ConversationUser? User, string? Locale, IReadOnlyList<string>? TrustedOrigins);

/// <summary>The buyer, as named by whoever asks for a conversation.</summary>
internal sealed record ConversationUser(string? Id, string? Name);

/// <summary>A conversation as clients get it.</summary>
internal sealed record ConversationResponse(
    string ConversationId,
    string Token,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    string? StreamUrl = null);

/// <summary>The JSON around conversations; names are read in any case, as site servers write them.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    PropertyNameCaseInsensitive = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ConversationParameters))]
[JsonSerializable(typeof(ConversationResponse))]
internal sealed partial class DirectLineJson : JsonSerializerContext;
