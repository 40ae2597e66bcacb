using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Timeout;
using ReplyBot.BotFramework.DirectLine;
using ReplyBot.BotFramework.Handoff;
using ReplyBot.BotFramework.Schema;
using ReplyBot.BotFramework.Turns;

namespace ReplyBot.BotFramework.Channels.Delivery;

/// <summary>The Bot Connector's REST client: <c>POST {serviceUrl}/v3/conversations/{id}/activities/{replyTo}</c>.</summary>
internal sealed class ConnectorClient(
    IHttpClientFactory http,
    ConnectorTokens tokens,
    ServiceAddressPolicy addresses,
    DirectLineTokens tickets,
    IOptions<ChannelOptions> options,
    TimeProvider time) : IConnectorClient
{
    private readonly ResiliencePipeline<HttpResponseMessage> _retry = DeliveryRetry.Create(time);

    public async Task<DeliveryResult> SendAsync(string replyReference, TranscriptMessage message, CancellationToken cancellationToken)
    {
        if (Parse(replyReference) is not { Conversation.Id: { Length: > 0 } conversationId } reference)
            return new(DeliveryOutcome.Rejected, Reason: "The reply reference is not one that was given out here.");

        // Checked again: the reference may be older than the present configuration.
        if (addresses.Refuse(reference.ServiceUrl, out var service) is { } refusal)
            return new(DeliveryOutcome.Rejected, Reason: refusal);

        var target = AddressOf(service!, conversationId, reference.ActivityId);
        var body = JsonSerializer.SerializeToUtf8Bytes(Write(message, reference, conversationId), ActivityJson.Wire.Activity);
        try
        {
            using var response = await PostAsync(target, body, cancellationToken);
            return await ReadAsync(response, cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or TimeoutRejectedException)
        {
            return new(DeliveryOutcome.TryLater, Reason: e.Message);
        }
    }

    private static ConversationReference? Parse(string replyReference)
    {
        try
        {
            return JsonSerializer.Deserialize(replyReference, ActivityJson.Wire.ConversationReference);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Uri AddressOf(Uri service, string conversationId, string? replyTo)
    {
        var activities = $"{service.AbsoluteUri.TrimEnd('/')}/v3/conversations/{Uri.EscapeDataString(conversationId)}/activities";
        return new(replyTo is { Length: > 0 } ? $"{activities}/{Uri.EscapeDataString(replyTo)}" : activities);
    }

    private Activity Write(TranscriptMessage message, ConversationReference reference, string conversationId)
    {
        var activity = OutboundTurn.Write(message, conversationId, reference.ChannelId ?? "", FileAddress(reference, conversationId));
        return activity with
        {
            ServiceUrl = reference.ServiceUrl,
            Conversation = reference.Conversation,

            // On the channel the bot has an account of its own; whoever speaks, speaks as that.
            From = reference.Bot is { } bot ? bot with { Name = message.From.Name ?? bot.Name, Role = "bot" } : activity.From,
            Recipient = reference.User,
            ReplyToId = reference.ActivityId,
            Locale = message.Locale ?? reference.Locale,
            RelatesTo = message.EventName == HandoffEvents.InitiateName ? reference : null,

            // Channels take orders from their own channel data; ours would be taken for such.
            ChannelData = null,
        };
    }

    private Func<string, string?> FileAddress(ConversationReference reference, string conversationId) => fileId =>
    {
        if (options.Value.PublicAddress is not { } address)
            return null;

        var key = ChannelTurn.KeyOf(reference.ChannelId ?? "", conversationId);
        return ServiceAddress.Attachment(address.AbsoluteUri.TrimEnd('/'), key, fileId, tickets.IssueAttachmentTicket(key, fileId));
    };

    private async Task<HttpResponseMessage> PostAsync(Uri target, byte[] body, CancellationToken cancellationToken)
    {
        var token = options.Value.HasAppId ? await tokens.GetAsync(cancellationToken) : null;
        var response = await PostAsync(target, body, token, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Unauthorized || token is null)
            return response;

        // The token may have been revoked before its time: once more with a new one.
        response.Dispose();
        await tokens.ForgetAsync(token, cancellationToken);
        return await PostAsync(target, body, await tokens.GetAsync(cancellationToken), cancellationToken);
    }

    private async Task<HttpResponseMessage> PostAsync(Uri target, byte[] body, string? token, CancellationToken cancellationToken)
    {
        using var client = http.CreateClient(ChannelHttp.Delivery);
        return await _retry.ExecuteAsync(
            async attempt =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = new ByteArrayContent(body) };
                request.Content.Headers.ContentType = new("application/json", "utf-8");
                if (token is not null)
                    request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
                return await client.SendAsync(request, attempt);
            },
            cancellationToken);
    }

    private async Task<DeliveryResult> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.IsSuccessStatusCode)
            return new(DeliveryOutcome.Delivered, await ReadIdAsync(response, cancellationToken));

        var reason = $"The channel answered {(int)response.StatusCode}.";
        return DeliveryRetry.IsPassing(response.StatusCode)
            ? new(DeliveryOutcome.TryLater, RetryAfter: DeliveryRetry.RetryAfter(response, time), Reason: reason)
            : new(DeliveryOutcome.Rejected, Reason: reason);
    }

    /// <summary>The channel's id of the message; a channel that answers otherwise has taken it all the same.</summary>
    private static async Task<string?> ReadIdAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return (await response.Content.ReadFromJsonAsync(ActivityJson.Wire.ResourceResponse, cancellationToken))?.Id;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException)
        {
            return null;
        }
    }
}
