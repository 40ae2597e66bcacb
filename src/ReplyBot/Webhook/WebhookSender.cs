using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using ReplyBot.BotFramework;
using ReplyBot.BotFramework.Channels.Delivery;

namespace ReplyBot.Webhook;

/// <summary>Posts replies to a platform's adapter, signed. One attempt a call: what could not be taken is sent again later from the store.</summary>
internal sealed class WebhookSender(WebhookOptions options, TimeProvider clock, Func<HttpClient> http)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Sends a reply.</summary>
    public async Task<DeliveryResult> SendAsync(WebhookAddress address, TranscriptMessage message, CancellationToken cancellation)
    {
        // Adapters speak with buyers; events are for desks that speak the Activity protocol.
        if (message.Kind == TranscriptKind.Event)
            return new DeliveryResult(DeliveryOutcome.Delivered);
        if (!options.Channels.TryGetValue(address.Webhook, out var channel))
            return new DeliveryResult(DeliveryOutcome.Rejected, Reason: "The channel is no longer configured.");
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new WebhookReply(
                message.Id, address.ConversationId, address.BuyerId, message.From.Role == ParticipantRole.Agent ? "agent" : "bot",
                message.From.Name, message.Text ?? "", message.Choices, message.Timestamp),
            Json);
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, channel.ReplyUrl) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.Add(WebhookSignature.TimestampHeader, timestamp);
        request.Headers.Add(WebhookSignature.SignatureHeader, WebhookSignature.Of(channel.Secret, timestamp, body));
        try
        {
            using var client = http();
            using var response = await client.SendAsync(request, cancellation);
            return Outcome(response);
        }
        catch (Exception failure) when (failure is HttpRequestException || (failure is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            return new DeliveryResult(DeliveryOutcome.TryLater, Reason: "The adapter cannot be reached.");
        }
    }

    private DeliveryResult Outcome(HttpResponseMessage response)
    {
        if (response.IsSuccessStatusCode)
            return new DeliveryResult(DeliveryOutcome.Delivered);
        var reason = string.Create(CultureInfo.InvariantCulture, $"The adapter answered {(int)response.StatusCode}.");
        return response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout || (int)response.StatusCode >= 500
            ? new DeliveryResult(DeliveryOutcome.TryLater, RetryAfter: WaitOf(response), Reason: reason)
            : new DeliveryResult(DeliveryOutcome.Rejected, Reason: reason);
    }

    private TimeSpan? WaitOf(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > clock.GetUtcNow() => date - clock.GetUtcNow(),
        _ => null,
    };
}
