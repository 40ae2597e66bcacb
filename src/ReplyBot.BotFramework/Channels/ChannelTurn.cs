using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;
using ReplyBot.BotFramework.Schema;
using ReplyBot.BotFramework.Turns;

namespace ReplyBot.BotFramework.Channels;

/// <summary>Turns what a channel sends into what a buyer did.</summary>
internal static class ChannelTurn
{
    private const int MaxIdLength = 1000;

    /// <summary>What an activity from a channel lacks, or null.</summary>
    public static string? Check(Activity activity) =>
        Missing(activity.Type) ? "The activity has no type, or one too long."
        : Missing(activity.ChannelId) ? "The activity has no channelId, or one too long."
        : Missing(activity.Conversation?.Id) ? "The activity has no conversation.id, or one too long."
        : Missing(activity.ServiceUrl) ? "The activity has no serviceUrl, or one too long."
        : activity.Type == ActivityTypes.Message && Missing(activity.From?.Id) ? "The message has no from.id, or one too long."
        : activity.Id is { Length: > MaxIdLength } ? "The activity's id is too long."
        : null;

    /// <summary>The message for the gateway, why there can be none, or neither for an activity that the bot has no use for.</summary>
    public static (InboundMessage? Message, string? Error) Read(Activity activity)
    {
        var ours = activity.From?.Id is { Length: > 0 } from && from == activity.Recipient?.Id;
        if (ours || !InboundTurn.Understands(activity.Type))
            return (null, null);

        var (content, error) = InboundTurn.Read(activity);
        if (content is null)
            return (null, error);

        return (new()
        {
            ConversationId = KeyOf(activity.ChannelId!, activity.Conversation!.Id!),
            ChannelId = activity.ChannelId!,
            Kind = content.Kind,
            FromId = activity.From?.Id ?? "",
            FromName = InboundTurn.DisplayName(activity.From?.Name),
            ChannelAccountId = activity.Recipient?.Id,
            ExternalConversationId = activity.Conversation.Id,
            Text = content.Text,
            Locale = content.Locale,
            ClientActivityId = activity.Id is { Length: > 0 } id ? id : null,
            EventName = content.EventName,
            Value = content.Value,
            ChannelData = content.ChannelData,
            Attachments = content.Attachments,
            ReplyReference = JsonSerializer.Serialize(ReferenceTo(activity), ActivityJson.Wire.ConversationReference),
        }, null);
    }

    /// <summary>
    /// The program's key of a channel's conversation. Derived, so that it needs no table; hashed, so that no channel can
    /// name a conversation of another channel or of Direct Line.
    /// </summary>
    public static string KeyOf(string channelId, string conversationId) =>
        "bf-" + Base64UrlEncoder.Encode(SHA256.HashData(Encoding.UTF8.GetBytes($"{channelId}\n{conversationId}")).AsSpan(0, 18).ToArray());

    private static ConversationReference ReferenceTo(Activity activity) => new()
    {
        ActivityId = activity.Id,
        User = activity.From,
        Bot = activity.Recipient,
        Conversation = activity.Conversation,
        ChannelId = activity.ChannelId,
        ServiceUrl = activity.ServiceUrl,
        Locale = activity.Locale,
    };

    private static bool Missing(string? text) => string.IsNullOrWhiteSpace(text) || text.Length > MaxIdLength;
}
