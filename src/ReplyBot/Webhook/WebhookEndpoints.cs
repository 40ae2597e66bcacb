using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using ReplyBot.Accounts.Http;
using ReplyBot.BotFramework;
using ReplyBot.Hosting;

namespace ReplyBot.Webhook;

/// <summary><c>POST /api/v1/webhooks/{channel}</c>: messages of platforms for which there is no other way in.</summary>
public static class WebhookEndpoints
{
    internal const int LongestId = 200;
    internal const int LongestName = 200;
    internal const int LongestText = 8000;

    private const int LargestBody = 64 * 1024;
    private const string HttpClientName = "ReplyBot.Webhook";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { MaxDepth = 8 };

    /// <summary>Registers the channel.</summary>
    public static IServiceCollection AddWebhook(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(WebhookOptions.Read(configuration));
        services.AddSingleton(provider =>
            ActivatorUtilities.CreateInstance<WebhookSender>(provider, (Func<HttpClient>)(() => provider.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientName))));
        services.AddHttpClient(HttpClientName, client =>
            {
                client.Timeout = TimeSpan.FromSeconds(10);
                client.MaxResponseContentBufferSize = LargestBody;
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
            .RemoveAllLoggers();
        return services;
    }

    /// <summary>Maps it.</summary>
    public static void MapWebhook(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/api/v1/webhooks/{channel}", ReceiveAsync)
            .RequireRateLimiting(RateLimits.Webhook)
            .DisableAntiforgery()
            .WithTags(PublicApi.Tag)
            .WithName("webhook")
            .WithSummary("平台适配器把买家消息发到这里 / a platform's adapter posts buyers' messages here")
            .WithDescription($"""
                {WebhookSignature.TimestampHeader}: seconds since 1970-01-01T00:00Z, at most five minutes from now.
                {WebhookSignature.SignatureHeader}: `v1=` and the hexadecimal HMAC-SHA256, with the channel's secret, of the timestamp, a full stop and the body.
                Replies are posted, signed in the same way, to the channel's `ReplyUrl`, with `id`, `conversationId`, `buyerId`, `from` (bot or agent), `name`, `text`, `choices` and `at`; any 2xx takes a reply, 429 and 5xx have it sent again later under the same id.
                """)
            .Accepts<WebhookMessage>("application/json")
            .Produces<WebhookReceipt>(StatusCodes.Status202Accepted)
            .Produces<ProblemDetails>(StatusCodes.Status400BadRequest, PublicApi.ProblemType)
            .Produces<ProblemDetails>(StatusCodes.Status401Unauthorized, PublicApi.ProblemType)
            .Produces<ProblemDetails>(StatusCodes.Status413PayloadTooLarge, PublicApi.ProblemType)
            .Produces<ProblemDetails>(StatusCodes.Status429TooManyRequests, PublicApi.ProblemType);

    private static async Task<IResult> ReceiveAsync(HttpContext http, string channel, WebhookOptions options, IConversationGateway gateway, TimeProvider clock)
    {
        if (await ReadAsync(http) is not { } body)
            return Problems.Of(StatusCodes.Status413PayloadTooLarge, "内容太长", $"The body is larger than {LargestBody} bytes.");
        var headers = http.Request.Headers;
        // One answer for an unknown channel and a wrong signature, so that channels cannot be probed.
        if (!options.Channels.TryGetValue(channel, out var known)
            || !WebhookSignature.Holds(known.Secret, headers[WebhookSignature.TimestampHeader].ToString(), headers[WebhookSignature.SignatureHeader].ToString(), body, clock.GetUtcNow()))
            return Problems.Of(StatusCodes.Status401Unauthorized, "签名无效或已过期", "The signature does not hold for this channel and body, or its time is more than five minutes off.");

        var (message, problem) = Parse(body);
        if (message is null)
            return problem!;
        var address = new WebhookAddress(known.Id, message.ConversationId!, message.Buyer!.Id!);
        var receipt = await gateway.PostAsync(
            new InboundMessage
            {
                ConversationId = address.Key(),
                ChannelId = known.Id,
                Kind = InboundKind.Message,
                FromId = message.Buyer.Id!,
                FromName = string.IsNullOrWhiteSpace(message.Buyer.Name) ? null : message.Buyer.Name.Trim(),
                ExternalConversationId = message.ConversationId,
                Text = message.Text,
                ClientActivityId = message.MessageId,
                ReplyReference = address.Write(),
            },
            http.RequestAborted);
        if (receipt.Outcome == PostOutcome.Busy)
        {
            http.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(receipt.RetryAfter!.Value.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
            return Problems.Of(StatusCodes.Status429TooManyRequests, "发送太频繁，请稍后再试", "Too many messages in this conversation; see Retry-After.");
        }
        return Results.Json(new WebhookReceipt(receipt.ActivityId!, receipt.Outcome == PostOutcome.Duplicate), Json, statusCode: StatusCodes.Status202Accepted);
    }

    /// <summary>The body, or null as soon as it is known to be too large.</summary>
    private static async Task<byte[]?> ReadAsync(HttpContext http)
    {
        if (http.Request.ContentLength > LargestBody)
            return null;
        using var body = new MemoryStream();
        var buffer = new byte[8 * 1024];
        int read;
        while ((read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0)
        {
            if (body.Length + read > LargestBody)
                return null;
            body.Write(buffer, 0, read);
        }
        return body.ToArray();
    }

    private static (WebhookMessage? Message, IResult? Problem) Parse(byte[] body)
    {
        WebhookMessage? message;
        try
        {
            message = JsonSerializer.Deserialize<WebhookMessage>(body, Json);
        }
        catch (JsonException)
        {
            return (null, Problems.Of(StatusCodes.Status400BadRequest, "请求内容无法解析", "The body is not a message in JSON."));
        }
        var errors = new FieldErrors()
            .Require("messageId", message?.MessageId).Require("conversationId", message?.ConversationId)
            .Require("buyer.id", message?.Buyer?.Id).Require("text", message?.Text);
        if (!errors.Any)
        {
            Cap(errors, "messageId", message!.MessageId, LongestId);
            Cap(errors, "conversationId", message.ConversationId, LongestId);
            Cap(errors, "buyer.id", message.Buyer!.Id, LongestId);
            Cap(errors, "buyer.name", message.Buyer.Name, LongestName);
            Cap(errors, "text", message.Text, LongestText);
        }
        return errors.Any ? (null, Problems.Invalid(errors)) : (message, null);
    }

    private static void Cap(FieldErrors errors, string field, string? value, int longest)
    {
        if (value?.Length > longest)
            errors.Add(field, $"最多 {longest} 个字符 / at most {longest} characters");
    }
}
