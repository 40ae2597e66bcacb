using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ReplyBot.BotFramework.Schema;

/// <summary>The JSON of the protocol: camel case, nothing written for null, names read in any case.</summary>
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(ActivitySet))]
[JsonSerializable(typeof(ConversationReference))]
[JsonSerializable(typeof(ResourceResponse))]
[JsonSerializable(typeof(System.Text.Json.Nodes.JsonObject))]
[JsonSerializable(typeof(string))]
internal sealed partial class ActivityJson : JsonSerializerContext
{
    /// <summary>How deeply a message may nest; real cards stay far below.</summary>
    public const int MaxDepth = 32;

    /// <summary>The one instance, with the options that attributes cannot express.</summary>
    public static ActivityJson Wire { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        PropertyNameCaseInsensitive = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        MaxDepth = MaxDepth,

        // Sent as application/json only, never into markup, so Chinese need not be escaped.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
