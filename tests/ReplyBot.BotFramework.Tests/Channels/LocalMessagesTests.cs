using System.Net;
using System.Text;
using ReplyBot.BotFramework.Channels;
using ReplyBot.BotFramework.Tests.Support;

namespace ReplyBot.BotFramework.Tests.Channels;

public class LocalMessagesTests
{
    [Fact]
    public async Task Receive_WhenActivityIsGood_HandsItInWithAReplyReference()
    {
        await using var host = await TestHost.StartAsync();

        using var response = await host.SendAsync(HttpMethod.Post, "/api/messages", body: Activities.Message("在吗"));

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var message = host.Gateway.Inbound.Single();
        message.Text.ShouldBe("在吗");
        message.ChannelId.ShouldBe("emulator");
        message.FromId.ShouldBe("user-1");
        message.FromName.ShouldBe("王女士");
        message.ExternalConversationId.ShouldBe("conv/1");
        message.ConversationId.ShouldBe(ChannelTurn.KeyOf("emulator", "conv/1"));
        message.ClientActivityId.ShouldBe("act-1");
        message.ChannelData.ShouldBe("""{"k":1}""");
        message.ReplyReference!.ShouldContain("http://127.0.0.1:9/");
    }

    [Fact]
    public async Task Receive_WhenDeliveredTwice_StoresOnce()
    {
        await using var host = await TestHost.StartAsync();

        using var first = await host.SendAsync(HttpMethod.Post, "/api/messages", body: Activities.Message("在吗"));
        using var second = await host.SendAsync(HttpMethod.Post, "/api/messages", body: Activities.Message("在吗"));

        second.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        host.Gateway.Inbound.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("203.0.113.7")]
    [InlineData("192.168.1.5")]
    [InlineData("2001:db8::1")]
    public async Task Receive_WhenCallerIsNotThisMachine_Is403(string caller)
    {
        await using var host = await TestHost.StartAsync(callerAddress: caller);

        using var response = await host.SendAsync(HttpMethod.Post, "/api/messages", body: Activities.Message("在吗"));

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        host.Gateway.Inbound.ShouldBeEmpty();
        using var token = await host.SendAsync(HttpMethod.Post, "/v3/directline/tokens/generate", TestHost.Secret);
        token.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    [InlineData("X-Real-IP", "203.0.113.7")]
    [InlineData("Via", "1.1 proxy")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Host", "shop.example")]
    public async Task Receive_WhenAProxyOrAPageStandsBehindTheCall_Is403(string header, string value)
    {
        await using var host = await TestHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = Json(Activities.MessageJson("在吗")) };
        request.Headers.TryAddWithoutValidation(header, value);

        using var response = await host.Client.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Receive_WhenAProxySpeaksHttp10_Is403()
    {
        await using var host = await TestHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = Json(Activities.MessageJson("在吗")),
            Version = HttpVersion.Version10,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };

        using var response = await host.Client.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        host.Gateway.Inbound.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/cn")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://localhost.evil.example/")]
    [InlineData("http://user@127.0.0.1/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("not an address")]
    public async Task Receive_WhenServiceAddressIsNotThisMachine_Is403(string serviceUrl)
    {
        await using var host = await TestHost.StartAsync();

        using var response = await host.SendAsync(HttpMethod.Post, "/api/messages", body: Activities.Message("在吗", serviceUrl));

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        host.Gateway.Inbound.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{", 400)]
    [InlineData("[]", 400)]
    [InlineData("{}", 400)]
    [InlineData("""{"type":"message","channelId":"emulator","serviceUrl":"http://127.0.0.1:9/","from":{"id":"u"},"text":"没有会话"}""", 400)]
    [InlineData("""{"type":"message","channelId":"emulator","conversation":{"id":"c"},"from":{"id":"u"},"text":"没有地址"}""", 400)]
    [InlineData("""{"type":"message","channelId":"emulator","conversation":{"id":"c"},"serviceUrl":"http://127.0.0.1:9/","text":"没有人"}""", 400)]
    [InlineData("""{"type":"message","channelId":"emulator","conversation":{"id":"c"},"serviceUrl":"http://127.0.0.1:9/","from":{"id":"u"}}""", 400)]
    [InlineData("""{"type":"messageReaction","channelId":"emulator","conversation":{"id":"c"},"serviceUrl":"http://127.0.0.1:9/","from":{"id":"u"}}""", 202)]
    [InlineData("""{"type":"message","text":"自己说的","channelId":"emulator","conversation":{"id":"c"},"serviceUrl":"http://127.0.0.1:9/","from":{"id":"b"},"recipient":{"id":"b"}}""", 202)]
    public async Task Receive_WhenNothingIsToBeDone_SaysSoAndStoresNothing(string body, int status)
    {
        await using var host = await TestHost.StartAsync();

        using var response = await host.SendAsync(HttpMethod.Post, "/api/messages", body: Json(body));

        ((int)response.StatusCode).ShouldBe(status);
        host.Gateway.Inbound.ShouldBeEmpty();
    }

    [Fact]
    public async Task Receive_WhenBodyIsNotDeclaredJson_Is415()
    {
        await using var host = await TestHost.StartAsync();

        // What a page could send without asking first.
        using var response = await host.SendAsync(
            HttpMethod.Post, "/api/messages", body: new StringContent(Activities.MessageJson("在吗"), Encoding.UTF8, "text/plain"));

        response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task Receive_WhenSomebodyJoins_PassesTheUpdateOn()
    {
        await using var host = await TestHost.StartAsync();

        using var response = await host.SendAsync(HttpMethod.Post, "/api/messages", body: Json(
            """{"type":"conversationUpdate","channelId":"emulator","conversation":{"id":"c"},"serviceUrl":"http://127.0.0.1:9/","membersAdded":[{"id":"u"}]}"""));

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        host.Gateway.Inbound.Single().Kind.ShouldBe(InboundKind.ConversationUpdate);
    }

    [Fact]
    public void KeyOf_WhenChannelOrConversationDiffers_Differs()
    {
        ChannelTurn.KeyOf("a", "b").ShouldNotBe(ChannelTurn.KeyOf("a", "c"));
        ChannelTurn.KeyOf("a", "b").ShouldNotBe(ChannelTurn.KeyOf("c", "b"));
        ChannelTurn.KeyOf("a", "b").ShouldBe(ChannelTurn.KeyOf("a", "b"));
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");
}
