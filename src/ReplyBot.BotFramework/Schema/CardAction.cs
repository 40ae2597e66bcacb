using System.Text.Json;
using System.Text.Json.Serialization;

namespace ReplyBot.BotFramework.Schema;

/// <summary>A button. Type <c>imBack</c> sends its value as the buyer's own words.</summary>
internal sealed record CardAction
{
    public string? Type { get; set; }

    public string? Title { get; set; }

    public JsonElement? Value { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }
}
