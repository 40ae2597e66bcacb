using System.Text.Json;
using System.Text.Json.Nodes;
using ReplyBot.BotFramework.Schema;

namespace ReplyBot.BotFramework.Turns;

/// <summary>Turns an entry of the transcript into an activity.</summary>
internal static class OutboundTurn
{
    private const string UserRole = "user";
    private const string BotRole = "bot";

    /// <summary>The activity of a transcript entry.</summary>
    /// <param name="message">The entry.</param>
    /// <param name="conversationId">The conversation's id on the channel.</param>
    /// <param name="channelId">The channel.</param>
    /// <param name="fileAddress">The address of an uploaded file, or null where it has none that the channel could reach.</param>
    public static Activity Write(
        TranscriptMessage message, string conversationId, string channelId, Func<string, string?> fileAddress) => new()
        {
            Type = TypeOf(message.Kind),
            Id = message.Id,
            Timestamp = message.Timestamp,
            ChannelId = channelId,
            Conversation = new() { Id = conversationId },
            From = Account(message.From),
            ReplyToId = message.ReplyToId,
            Locale = message.Locale,
            Text = message.Text,
            TextFormat = message.Text is null ? null : message.Markdown ? "markdown" : "plain",
            Name = message.EventName,
            Value = Parse(message.Value),
            Attachments = message.Attachments.Count == 0 ? null : [.. WriteAttachments(message.Attachments, fileAddress)],
            SuggestedActions = message.Choices.Count == 0 ? null : Suggest(message.Choices),
            ChannelData = WriteChannelData(message),
        };

    /// <summary>The sign that somebody types. It has no place in the transcript, hence no watermark.</summary>
    public static Activity WriteTyping(Participant from, string conversationId, string channelId, DateTimeOffset now) => new()
    {
        Type = ActivityTypes.Typing,
        Id = Guid.NewGuid().ToString("N"),
        Timestamp = now,
        ChannelId = channelId,
        Conversation = new() { Id = conversationId },
        From = Account(from),
    };

    /// <summary>A JSON text as an element, or null when there is none.</summary>
    public static JsonElement? Parse(string? json)
    {
        if (json is null)
            return null;

        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    private static string TypeOf(TranscriptKind kind) => kind switch
    {
        TranscriptKind.Event => ActivityTypes.Event,
        TranscriptKind.EndOfConversation => ActivityTypes.EndOfConversation,
        _ => ActivityTypes.Message,
    };

    private static ChannelAccount Account(Participant participant) => new()
    {
        Id = participant.Id,
        Name = participant.Name,

        // The protocol knows two sides only; a human agent speaks on the bot's.
        Role = participant.Role == ParticipantRole.Buyer ? UserRole : BotRole,
    };

    private static IEnumerable<Attachment> WriteAttachments(IEnumerable<MessageAttachment> attachments, Func<string, string?> fileAddress)
    {
        foreach (var attachment in attachments)
        {
            var address = attachment.FileId is { } id ? fileAddress(id) : attachment.Url;
            if (address is not null || attachment.Content is not null)
            {
                yield return new()
                {
                    ContentType = attachment.ContentType,
                    Name = attachment.Name,
                    ContentUrl = address,
                    Content = Parse(attachment.Content),
                };
            }
        }
    }

    private static SuggestedActions Suggest(IEnumerable<string> choices) => new()
    {
        // Nobody named in "to": every participant of the conversation may choose.
        To = [],
        Actions = [.. choices.Select(choice => new CardAction
        {
            Type = "imBack",
            Title = choice,
            Value = JsonSerializer.SerializeToElement(choice, ActivityJson.Wire.String),
        })],
    };

    /// <summary>A buyer's channel data goes back as it came; on our side it tells a page who speaks and what for.</summary>
    private static JsonElement? WriteChannelData(TranscriptMessage message)
    {
        if (message.From.Role != ParticipantRole.Buyer)
        {
            var ours = new JsonObject { ["from"] = message.From.Role == ParticipantRole.Agent ? "agent" : "bot" };
            if (message.Purpose is { } purpose)
                ours["purpose"] = purpose;
            return JsonSerializer.SerializeToElement(new JsonObject { ["replyBot"] = ours }, ActivityJson.Wire.JsonObject);
        }

        if (message.ChannelData is not null)
            return Parse(message.ChannelData);

        return message.ClientActivityId is { } id
            ? JsonSerializer.SerializeToElement(new JsonObject { ["clientActivityID"] = id }, ActivityJson.Wire.JsonObject)
            : null;
    }
}
