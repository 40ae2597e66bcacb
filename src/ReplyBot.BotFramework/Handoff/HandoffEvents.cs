using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ReplyBot.BotFramework.Schema;
using ReplyBot.BotFramework.Turns;

namespace ReplyBot.BotFramework.Handoff;

/// <summary>
/// The two events of the Bot Framework's handoff protocol, by which agent hubs and clients hear of a handoff. Each is
/// made from an entry that already has its id, place, time and sender.
/// </summary>
public static class HandoffEvents
{
    /// <summary>The event that starts a handoff.</summary>
    public const string InitiateName = "handoff.initiate";

    /// <summary>The event that tells how a handoff stands.</summary>
    public const string StatusName = "handoff.status";

    /// <summary>The start of a handoff, with the transcript so far for whoever takes it.</summary>
    public static TranscriptMessage Initiate(
        TranscriptMessage entry, string conversationId, HandoffContext context, IEnumerable<TranscriptMessage> transcript)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var activities = transcript.Select(message => OutboundTurn.Write(message, conversationId, "directline", _ => null));
        return entry with
        {
            Kind = TranscriptKind.Event,
            EventName = InitiateName,
            Value = JsonSerializer.Serialize(context, HandoffJson.Wire.HandoffContext),
            Attachments =
            [
                new(
                    "application/json",
                    "Transcript",
                    Content: JsonSerializer.Serialize(new ActivitySet([.. activities], Watermark: null), ActivityJson.Wire.ActivitySet)),
            ],
        };
    }

    /// <summary>How a handoff stands.</summary>
    /// <param name="entry">The entry that the event takes the place of.</param>
    /// <param name="state">How it stands.</param>
    /// <param name="message">Why it failed, for people.</param>
    public static TranscriptMessage Status(TranscriptMessage entry, HandoffState state, string? message = null)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry with
        {
            Kind = TranscriptKind.Event,
            EventName = StatusName,
            Value = JsonSerializer.Serialize(new HandoffStatus(state, message), HandoffJson.Wire.HandoffStatus),
        };
    }

    /// <summary>How a handoff stands as the value of a status event says; null where it says nothing that is known.</summary>
    /// <param name="value">The value, in JSON.</param>
    public static (HandoffState State, string? Message)? ReadStatus(string? value)
    {
        if (value is null)
            return null;
        using var json = JsonDocument.Parse(value);
        if (json.RootElement.ValueKind != JsonValueKind.Object
            || !json.RootElement.TryGetProperty("state", out var state) || state.ValueKind != JsonValueKind.String
            || !Enum.TryParse<HandoffState>(state.GetString(), ignoreCase: true, out var known) || !Enum.IsDefined(known))
        {
            return null;
        }
        return (known, json.RootElement.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.String ? message.GetString() : null);
    }
}

/// <summary>The value of a status event.</summary>
internal sealed record HandoffStatus(HandoffState State, string? Message);

/// <summary>The JSON of handoff values.</summary>
[JsonSerializable(typeof(HandoffContext))]
[JsonSerializable(typeof(HandoffStatus))]
internal sealed partial class HandoffJson : JsonSerializerContext
{
    public static HandoffJson Wire { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter<HandoffState>(JsonNamingPolicy.CamelCase) },
    });
}
