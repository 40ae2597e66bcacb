using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ReplyBot.BotFramework.Channels.Delivery;
using ReplyBot.BotFramework.Tests.Support;

namespace ReplyBot.BotFramework.Tests.Channels;

public sealed class ConnectorClientTests : IAsyncLifetime
{
    private ChannelServer _channel = null!;

    public async Task InitializeAsync() => _channel = await ChannelServer.StartAsync();

    public async Task DisposeAsync() => await _channel.DisposeAsync();

    [Fact]
    public async Task Send_WhenChannelTakesIt_PostsToTheReplyAddressAsTheBotsAccount()
    {
        await using var host = await TestHost.StartAsync();
        var reference = await ReferenceAsync(host);

        var result = await SendAsync(host, reference);

        result.ShouldBe(new(DeliveryOutcome.Delivered, "at-channel"));
        var (path, authorization, activity) = _channel.Received.Single();
        path.ShouldBe("/v3/conversations/conv%2F1/activities/act-1");
        authorization.ShouldBeEmpty();
        activity.GetProperty("id").GetString().ShouldBe("reply-1");
        activity.GetProperty("text").GetString().ShouldBe("付款后48小时内发出");
        activity.GetProperty("from").GetProperty("id").GetString().ShouldBe("bot-1");
        activity.GetProperty("recipient").GetProperty("id").GetString().ShouldBe("user-1");
        activity.GetProperty("replyToId").GetString().ShouldBe("act-1");
        activity.GetProperty("conversation").GetProperty("id").GetString().ShouldBe("conv/1");
        activity.TryGetProperty("channelData", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Send_WhenTroublePasses_RetriesWithTheSameId()
    {
        await using var host = await TestHost.StartAsync();
        var reference = await ReferenceAsync(host);
        _channel.AnswerWith(Results.StatusCode(500), new TooMany(0));

        (await SendAsync(host, reference)).Outcome.ShouldBe(DeliveryOutcome.Delivered);

        _channel.Received.Count.ShouldBe(3);
        _channel.Received.Select(received => received.Activity.GetProperty("id").GetString()).Distinct().ShouldBe(["reply-1"]);
    }

    [Fact]
    public async Task Send_WhenChannelAsksForALongWait_ComesBackWithItAtOnce()
    {
        await using var host = await TestHost.StartAsync();
        var reference = await ReferenceAsync(host);
        _channel.AnswerWith(new TooMany(120));

        var result = await SendAsync(host, reference);

        result.Outcome.ShouldBe(DeliveryOutcome.TryLater);
        result.RetryAfter.ShouldBe(TimeSpan.FromSeconds(120));
        _channel.Received.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task Send_WhenChannelWillNotTakeIt_IsRejectedWithoutRetry(int status)
    {
        await using var host = await TestHost.StartAsync();
        var reference = await ReferenceAsync(host);
        _channel.AnswerWith(Results.StatusCode(status));

        (await SendAsync(host, reference)).Outcome.ShouldBe(DeliveryOutcome.Rejected);
        _channel.Received.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Send_WhenChannelRedirects_DoesNotFollow()
    {
        await using var host = await TestHost.StartAsync();
        var reference = await ReferenceAsync(host);
        await using var elsewhere = await ChannelServer.StartAsync();
        _channel.AnswerWith(Results.Redirect(elsewhere.Address, permanent: false, preserveMethod: true));

        (await SendAsync(host, reference)).Outcome.ShouldBe(DeliveryOutcome.Rejected);
        elsewhere.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task Send_WhenNobodyListens_IsForLater()
    {
        await using var host = await TestHost.StartAsync();
        var reference = await ReferenceAsync(host);
        await _channel.DisposeAsync();

        (await SendAsync(host, reference)).Outcome.ShouldBe(DeliveryOutcome.TryLater);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"conversation":{"id":"c"},"serviceUrl":"https://evil.example/"}""")]
    [InlineData("""{"conversation":{"id":"c"},"serviceUrl":"http://10.1.2.3/"}""")]
    public async Task Send_WhenReferenceIsNotOurs_IsRejectedWithoutACall(string reference)
    {
        await using var host = await TestHost.StartAsync();

        (await SendAsync(host, reference)).Outcome.ShouldBe(DeliveryOutcome.Rejected);
    }

    [Fact]
    public async Task Send_WhenAppIsConfigured_BringsOneCachedTokenAndRenewsItWhenRefused()
    {
        await using var login = await KeyServer.StartAsync();
        await using var local = await TestHost.StartAsync();
        var reference = await ReferenceAsync(local);
        await using var host = await StartWithAppAsync(login);

        (await SendAsync(host, reference)).Outcome.ShouldBe(DeliveryOutcome.Delivered);
        (await SendAsync(host, reference)).Outcome.ShouldBe(DeliveryOutcome.Delivered);
        _channel.Received.Select(received => received.Authorization).ShouldBe(["Bearer access-1", "Bearer access-1"]);
        login.LastForm["grant_type"].ShouldBe("client_credentials");
        login.LastForm["client_id"].ShouldBe("app-1");
        login.LastForm["client_secret"].ShouldBe("password-1");
        login.LastForm["scope"].ShouldBe("https://api.botframework.com/.default");
        login.LastForm["tenant"].ShouldBe("tenant-1");

        _channel.AnswerWith(Results.StatusCode(401));
        (await SendAsync(host, reference)).Outcome.ShouldBe(DeliveryOutcome.Delivered);
        _channel.Received[^1].Authorization.ShouldBe("Bearer access-2");

        host.Time.Advance(TimeSpan.FromMinutes(56));
        (await SendAsync(host, reference)).Outcome.ShouldBe(DeliveryOutcome.Delivered);
        _channel.Received[^1].Authorization.ShouldBe("Bearer access-3");
    }

    [Fact]
    public async Task Send_WhenPrivateAddressesAreNotAllowed_DoesNotCallThisMachineForAnApp()
    {
        await using var login = await KeyServer.StartAsync();
        await using var local = await TestHost.StartAsync();
        var reference = await ReferenceAsync(local);
        await using var host = await StartWithAppAsync(login, allowPrivate: false);

        (await SendAsync(host, reference)).Outcome.ShouldBe(DeliveryOutcome.Rejected);
        _channel.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task Send_WhenAllowedNameLeadsToThisMachine_DoesNotConnect()
    {
        await using var login = await KeyServer.StartAsync();
        await using var local = await TestHost.StartAsync();

        // "localhost" is allowed by name here, as an attacker's name might be; its address is what gives it away.
        var reference = (await ReferenceAsync(local)).Replace("http://127.0.0.1", "https://localhost", StringComparison.Ordinal);
        await using var host = await StartWithAppAsync(login, allowPrivate: false, ("BotFramework:AllowedServiceHosts:0", "localhost"));

        var result = await SendAsync(host, reference);

        result.Outcome.ShouldBe(DeliveryOutcome.TryLater);
        result.Reason!.ShouldContain("no address that replies may go to");
        _channel.Received.ShouldBeEmpty();
    }

    private static Task<TestHost> StartWithAppAsync(KeyServer login, bool allowPrivate = true, params (string Key, string Value)[] more)
    {
        var settings = new Dictionary<string, string?>
        {
            ["BotFramework:AppId"] = "app-1",
            ["BotFramework:AppPassword"] = "password-1",
            ["BotFramework:TenantId"] = "tenant-1",
            ["BotFramework:LoginAddress"] = login.Address,
            ["BotFramework:AllowPrivateAddresses"] = allowPrivate.ToString(),
        };
        foreach (var (key, value) in more)
            settings[key] = value;
        return TestHost.StartAsync(settings);
    }

    private async Task<string> ReferenceAsync(TestHost host)
    {
        using var response = await host.SendAsync(HttpMethod.Post, "/api/messages", body: Activities.Message("什么时候发货", _channel.Address));
        response.IsSuccessStatusCode.ShouldBeTrue();
        return host.Gateway.Inbound.Last().ReplyReference!;
    }

    private static Task<DeliveryResult> SendAsync(TestHost host, string reference) =>
        host.Services.GetRequiredService<IConnectorClient>().SendAsync(
            reference,
            new()
            {
                Seq = 2,
                Id = "reply-1",
                From = new(ParticipantRole.Bot, "replybot", "小助手"),
                Timestamp = host.Time.GetUtcNow(),
                Text = "付款后48小时内发出",
                Purpose = "answer",
            },
            CancellationToken.None);

    private sealed class TooMany(int seconds) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            httpContext.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return Task.CompletedTask;
        }
    }
}
