using System.Text.Json;
using ReplyBot.BotFramework.Schema;

namespace ReplyBot.BotFramework.Turns;

/// <summary>Turns an activity from the wire into what a buyer did, free of the protocol.</summary>
internal static class InboundTurn
{
    /// <summary>The most attachments in one message.</summary>
    public const int MaxAttachments = 10;

    private const int MaxNameLength = 200;
    private const int MaxClientIdLength = 200;

    /// <summary>Whether activities of this type mean something here.</summary>
    public static bool Understands(string? type) => type is not null && KindOf(type) is not null;

    /// <summary>What an activity says, or why it says nothing acceptable. Who sent it and where is added by the caller.</summary>
    public static (InboundContent? Content, string? Error) Read(Activity activity)
    {
        if (string.IsNullOrEmpty(activity.Type))
            return (null, "The activity has no type.");

        if (KindOf(activity.Type) is not { } kind)
            return (null, $"Activities of type '{Shorten(activity.Type, 40)}' are not accepted.");

        if (activity.Attachments is { Count: > MaxAttachments })
            return (null, $"The activity has more than {MaxAttachments} attachments.");

        if (kind == InboundKind.Event && string.IsNullOrWhiteSpace(activity.Name))
            return (null, "The event has no name.");

        var attachments = ReadAttachments(activity.Attachments);
        if (kind == InboundKind.Message && string.IsNullOrEmpty(activity.Text) && attachments.Count == 0 && Raw(activity.Value) is null)
            return (null, "The message has neither text nor attachments nor a value.");

        return (Content(activity, kind, attachments), null);
    }

    /// <summary>
    /// What the activity of an upload says. Its own attachments only describe the uploaded files, which stand in their place.
    /// </summary>
    public static InboundContent ReadUpload(Activity activity, IReadOnlyList<MessageAttachment> uploaded) =>
        Content(activity, InboundKind.Message, uploaded);

    /// <summary>The id that Microsoft's web clients give each of their messages, for recognising a repeated post.</summary>
    public static string? ClientActivityId(Activity activity) =>
        activity.ChannelData is { ValueKind: JsonValueKind.Object } data
        && data.TryGetProperty("clientActivityID", out var id)
        && id.ValueKind == JsonValueKind.String
        && id.GetString() is { Length: > 0 and <= MaxClientIdLength } text
            ? text
            : null;

    /// <summary>A name short enough to show.</summary>
    public static string? DisplayName(string? name) => string.IsNullOrWhiteSpace(name) ? null : Shorten(name.Trim(), MaxNameLength);

    private static InboundContent Content(Activity activity, InboundKind kind, IReadOnlyList<MessageAttachment> attachments) => new(
        kind,
        activity.Text,
        activity.Locale is { Length: > 0 and <= 35 } locale ? locale : null,
        kind == InboundKind.Event ? Shorten(activity.Name, MaxNameLength) : null,
        Raw(activity.Value),
        Raw(activity.ChannelData),
        attachments);

    private static InboundKind? KindOf(string type) => type switch
    {
        ActivityTypes.Message => InboundKind.Message,
        ActivityTypes.Typing => InboundKind.Typing,
        ActivityTypes.Event => InboundKind.Event,
        ActivityTypes.ConversationUpdate => InboundKind.ConversationUpdate,
        ActivityTypes.EndOfConversation => InboundKind.EndOfConversation,
        _ => null,
    };

    private static List<MessageAttachment> ReadAttachments(IReadOnlyList<Attachment?>? attachments)
    {
        var read = new List<MessageAttachment>();
        foreach (var attachment in attachments ?? [])
        {
            if (attachment is { ContentUrl: { Length: > 0 } url })
                read.Add(new(attachment.ContentType ?? "application/octet-stream", DisplayName(attachment.Name), Url: url));
            else if (attachment is { ContentType: { Length: > 0 } type } && Raw(attachment.Content) is { } content)
                read.Add(new(type, DisplayName(attachment.Name), Content: content));
        }

        return read;
    }

    private static string? Raw(JsonElement? value) =>
        value is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } element ? element.GetRawText() : null;

    /// <summary>The first characters of a text, never half a surrogate pair.</summary>
    private static string? Shorten(string? text, int max)
    {
        if (text is null || text.Length <= max)
            return text;

        return text[..(char.IsHighSurrogate(text[max - 1]) ? max - 1 : max)];
    }
}
