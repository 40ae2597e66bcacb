using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ReplyBot.Tests.Security;
using ReplyBot.Webhook;

namespace ReplyBot.Tests.Webhook;

public class WebhookEndpointsTests
{
    private const string Secret = "0123456789abcdef0123456789abcdef";

    [Fact]
    public async Task Receive_WhenSigned_StoresOnceAndRepliesToTheConfiguredAddress()
    {
        await using var adapter = await TestAdapter.StartAsync();
        await using var host = await StartAsync(adapter);
        using var first = await SendAsync(host, Message("m-1", "在吗"));
        first.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        using var again = await SendAsync(host, Message("m-1", "在吗"));
        var (one, two) = (await first.Content.ReadFromJsonAsync<JsonElement>(), await again.Content.ReadFromJsonAsync<JsonElement>());
        two.GetProperty("id").GetString().ShouldBe(one.GetProperty("id").GetString());
        (one.GetProperty("duplicate").GetBoolean(), two.GetProperty("duplicate").GetBoolean()).ShouldBe((false, true));

        var received = await adapter.NextAsync();
        WebhookSignature.Holds(Secret, received.Timestamp, received.Signature, received.Body, DateTimeOffset.UtcNow).ShouldBeTrue();
        var reply = JsonDocument.Parse(received.Body).RootElement;
        reply.GetProperty("conversationId").GetString().ShouldBe("c-1");
        reply.GetProperty("buyerId").GetString().ShouldBe("b-1");
        reply.GetProperty("text").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Reply_WhenTheAdapterCannotTakeIt_ComesAgainUnderTheSameId()
    {
        await using var adapter = await TestAdapter.StartAsync(refusals: 1);
        await using var host = await StartAsync(adapter);
        using var answer = await SendAsync(host, Message("m-1", "在吗"));
        var (refused, taken) = (await adapter.NextAsync(), await adapter.NextAsync());
        IdOf(taken).ShouldBe(IdOf(refused));
    }

    [Fact]
    public async Task Receive_WhenNotSignedForThisChannelNow_Is401AndStoresNothing()
    {
        await using var adapter = await TestAdapter.StartAsync();
        await using var host = await StartAsync(adapter);
        var body = Message("m-1", "在吗");
        (await StatusAsync(host, "demo", body, secret: Secret + "x")).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync(host, "mars", body)).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync(host, "demo", body, seconds: -301)).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync(host, "demo", body, sent: Message("m-1", "换了"))).ShouldBe(HttpStatusCode.Unauthorized);
        using (var bare = await host.Http.PostAsJsonAsync("/api/v1/webhooks/demo", new { }))
            bare.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await host.Store.ListAsync(Conversations.Storage.ConversationScope.All, null, 10, CancellationToken.None)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"messageId":"m","conversationId":"c","buyer":{},"text":"x"}""")]
    [InlineData("""{"messageId":1,"conversationId":"c","buyer":{"id":"b"},"text":"x"}""")]
    [InlineData("""{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{}}}}}}}}}}""")]
    public async Task Receive_WhenTheMessageIsWrong_Is400(string body)
    {
        await using var adapter = await TestAdapter.StartAsync();
        await using var host = await StartAsync(adapter);
        using var answer = await SendAsync(host, body);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Receive_WhenTooLargeOrTooMany_Is413Or429()
    {
        await using var adapter = await TestAdapter.StartAsync();
        await using var host = await StartAsync(adapter);
        using (var large = await SendAsync(host, Message("m-0", new string('x', 70_000))))
            large.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        HttpResponseMessage answer;
        var sent = 0;
        do
            answer = await SendAsync(host, Message($"m-{++sent}", "在吗"));
        while (answer.StatusCode == HttpStatusCode.Accepted && sent < 1000);
        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        answer.Headers.RetryAfter.ShouldNotBeNull();
        answer.Dispose();
    }

    [Theory]
    [InlineData("short", "http://127.0.0.1/")]
    [InlineData(Secret, "http://shop.example/")]
    [InlineData(Secret, "https://user@shop.example/")]
    [InlineData(Secret, "file:///etc/passwd")]
    [InlineData(Secret, "")]
    public async Task Start_WhenAChannelIsNotSafe_Refuses(string secret, string url) =>
        (await Should.ThrowAsync<InvalidOperationException>(() => RunningHost.StartAsync($"Webhooks:demo:Secret={secret}", $"Webhooks:demo:ReplyUrl={url}")))
            .Message.ShouldContain("Webhooks:demo:");

    private static Task<RunningHost> StartAsync(TestAdapter adapter) =>
        RunningHost.StartAsync($"Webhooks:demo:Secret={Secret}", $"Webhooks:demo:ReplyUrl={adapter.Address}");

    private static string Message(string id, string text) =>
        JsonSerializer.Serialize(new { messageId = id, conversationId = "c-1", buyer = new { id = "b-1", name = "小王" }, text });

    private static string? IdOf(Received received) => JsonDocument.Parse(received.Body).RootElement.GetProperty("id").GetString();

    private static async Task<HttpStatusCode> StatusAsync(RunningHost host, string channel, string body, string secret = Secret, int seconds = 0, string? sent = null)
    {
        using var answer = await SendAsync(host, body, channel, secret, seconds, sent);
        return answer.StatusCode;
    }

    /// <summary>Signs a body and sends it, or another one in its place.</summary>
    private static async Task<HttpResponseMessage> SendAsync(RunningHost host, string body, string channel = "demo", string secret = Secret, int seconds = 0, string? sent = null)
    {
        var timestamp = DateTimeOffset.UtcNow.AddSeconds(seconds).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/webhooks/{channel}") { Content = new StringContent(sent ?? body, Encoding.UTF8, "application/json") };
        request.Headers.Add(WebhookSignature.TimestampHeader, timestamp);
        request.Headers.Add(WebhookSignature.SignatureHeader, WebhookSignature.Of(secret, timestamp, Encoding.UTF8.GetBytes(body)));
        return await host.Http.SendAsync(request);
    }
}
