using System.Text.Json;
using System.Text.Json.Serialization;

namespace ReplyBot.BotFramework.Schema;

/// <summary>A conversation on a channel.</summary>
internal sealed record ConversationAccount
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }
}
