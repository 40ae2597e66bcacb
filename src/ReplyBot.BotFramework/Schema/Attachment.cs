using System.Text.Json;
using System.Text.Json.Serialization;

namespace ReplyBot.BotFramework.Schema;

/// <summary>A file by address, or a card by content.</summary>
internal sealed record Attachment
{
    public string? ContentType { get; set; }

    public string? ContentUrl { get; set; }

    public JsonElement? Content { get; set; }

    public string? Name { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }
}
