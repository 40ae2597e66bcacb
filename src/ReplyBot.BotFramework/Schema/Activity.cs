using System.Text.Json;
using System.Text.Json.Serialization;

namespace ReplyBot.BotFramework.Schema;

/// <summary>
/// The unit of the Bot Framework protocol. What is not named here is kept as received in <see cref="Properties"/>, so
/// that a round trip loses nothing.
/// </summary>
internal sealed record Activity
{
    public string? Type { get; set; }

    public string? Id { get; set; }

    [JsonConverter(typeof(LenientTimestampConverter))]
    public DateTimeOffset? Timestamp { get; set; }

    public string? ServiceUrl { get; set; }

    public string? ChannelId { get; set; }

    public ChannelAccount? From { get; set; }

    public ConversationAccount? Conversation { get; set; }

    public ChannelAccount? Recipient { get; set; }

    public string? ReplyToId { get; set; }

    public string? Locale { get; set; }

    public string? Text { get; set; }

    public string? TextFormat { get; set; }

    public string? Name { get; set; }

    public JsonElement? Value { get; set; }

    public IReadOnlyList<Attachment?>? Attachments { get; set; }

    public SuggestedActions? SuggestedActions { get; set; }

    public ConversationReference? RelatesTo { get; set; }

    public JsonElement? ChannelData { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }
}
