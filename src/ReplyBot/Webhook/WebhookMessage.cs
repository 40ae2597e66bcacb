using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace ReplyBot.Webhook;

/// <summary>A buyer's message, as a platform's adapter sends it.</summary>
internal sealed record WebhookMessage(
    [property: Required, MaxLength(WebhookEndpoints.LongestId), Description("平台的消息编号；同一编号只收一次 / the platform's id of the message; the same id again is taken once")] string? MessageId,
    [property: Required, MaxLength(WebhookEndpoints.LongestId), Description("平台的会话编号 / the platform's id of the conversation")] string? ConversationId,
    [property: Required] WebhookBuyer? Buyer,
    [property: Required, MaxLength(WebhookEndpoints.LongestText)] string? Text);

/// <summary>The buyer, as the platform knows them.</summary>
internal sealed record WebhookBuyer(
    [property: Required, MaxLength(WebhookEndpoints.LongestId)] string? Id,
    [property: MaxLength(WebhookEndpoints.LongestName)] string? Name);

/// <summary>The answer to a message that was taken.</summary>
/// <param name="Id">Its id in the transcript.</param>
/// <param name="Duplicate">Whether it had been taken before.</param>
internal sealed record WebhookReceipt(string Id, bool Duplicate);

/// <summary>A reply, as it is posted to the platform's adapter. The same id again is the same reply.</summary>
internal sealed record WebhookReply(
    string Id, string ConversationId, string BuyerId, [property: Description("bot 或 agent")] string From, string? Name, string Text, IReadOnlyList<string> Choices, DateTimeOffset At);
