using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ReplyBot.BotFramework.Tests.Support;

namespace ReplyBot.BotFramework.Tests.DirectLine;

public class ActivityEndpointsTests
{
    [Fact]
    public async Task Post_WhenClientSendsText_EchoesItWithIdAndChannelDataThenAnswers()
    {
        await using var host = await TestHost.StartAsync();
        host.Gateway.Bot = message => $"收到：{message.Text}";
        var open = await host.OpenAsync();

        var posted = await host.CallAsync(HttpMethod.Post, open.Activities, open.Token, new
        {
            type = "message",
            from = new { id = "dl_somebody_else", name = "装的" },
            text = "什么时候发货",
            locale = "zh-CN",
            channelData = new { clientActivityID = "k1", extra = 1.50m },
        });

        var set = await host.CallAsync(HttpMethod.Get, open.Activities, open.Token);
        set.GetProperty("watermark").GetString().ShouldBe("2");
        var activities = set.GetProperty("activities").EnumerateArray().ToList();
        var echo = activities[0];
        echo.GetProperty("id").GetString().ShouldBe(posted.GetProperty("id").GetString());
        echo.GetProperty("channelData").GetRawText().ShouldBe("""{"clientActivityID":"k1","extra":1.50}""");
        echo.GetProperty("from").GetProperty("id").GetString().ShouldBe((await host.Gateway.FindAsync(open.Id, default))!.UserId);
        echo.GetProperty("from").GetProperty("role").GetString().ShouldBe("user");
        activities[1].GetProperty("text").GetString().ShouldBe("收到：什么时候发货");
        activities[1].GetProperty("from").GetProperty("role").GetString().ShouldBe("bot");
    }

    [Fact]
    public async Task Post_WhenTokenIsOfAnotherUser_StoresTheTokensUser()
    {
        await using var host = await TestHost.StartAsync();
        var token = host.Tokens.Issue(new("c1", "web", "dl_a")).Token;
        using var started = await host.SendAsync(HttpMethod.Post, "/v3/directline/conversations", token);

        await host.CallAsync(HttpMethod.Post, "/v3/directline/conversations/c1/activities", token, new { type = "message", from = new { id = "dl_b" }, text = "在吗" });

        host.Gateway.Inbound.Single().FromId.ShouldBe("dl_a");
        host.Gateway.Inbound.Single().ChannelId.ShouldBe("web");
    }

    [Fact]
    public async Task Post_WhenRepeated_ReturnsTheFirstId()
    {
        await using var host = await TestHost.StartAsync();
        var open = await host.OpenAsync();
        var activity = new { type = "message", text = "在吗", channelData = new { clientActivityID = "k1" } };

        var first = await host.CallAsync(HttpMethod.Post, open.Activities, open.Token, activity);
        var second = await host.CallAsync(HttpMethod.Post, open.Activities, open.Token, activity);

        second.GetProperty("id").GetString().ShouldBe(first.GetProperty("id").GetString());
        host.Gateway.Inbound.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Post_WhenCalledWithTheSecret_SpeaksAsTheConversationsBuyer()
    {
        await using var host = await TestHost.StartAsync();
        var open = await host.OpenAsync();

        await host.CallAsync(HttpMethod.Post, open.Activities, TestHost.Secret, new { type = "message", from = new { id = "dl_x" }, text = "在吗" });

        host.Gateway.Inbound.Single().FromId.ShouldBe((await host.Gateway.FindAsync(open.Id, default))!.UserId);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"text":"没有类型"}""")]
    [InlineData("""{"type":"message"}""")]
    [InlineData("""{"type":"message","text":""}""")]
    [InlineData("""{"type":"message","text":{"a":1}}""")]
    [InlineData("""{"type":"invoke","name":"x"}""")]
    [InlineData("""{"type":"conversationUpdate"}""")]
    [InlineData("""{"type":"event"}""")]
    public async Task Post_WhenActivityIsMalformed_Is400(string body)
    {
        await using var host = await TestHost.StartAsync();
        var open = await host.OpenAsync();

        using var response = await host.SendAsync(HttpMethod.Post, open.Activities, open.Token, new StringContent(body, Encoding.UTF8, "application/json"));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString().ShouldNotBeNullOrEmpty();
        host.Gateway.Inbound.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Post_WhenBodyIsOver256KB_Is413(bool chunked)
    {
        await using var host = await TestHost.StartAsync();
        var open = await host.OpenAsync();
        var body = Encoding.UTF8.GetBytes($$"""{"type":"message","text":"{{new string('长', 350_000)}}"}""");
        HttpContent content = chunked ? new StreamContent(new NonSeekable(body)) : new ByteArrayContent(body);

        using var response = await host.SendAsync(HttpMethod.Post, open.Activities, open.Token, content);

        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Post_WhenBusy_Is429WithRetryAfter()
    {
        await using var host = await TestHost.StartAsync();
        var open = await host.OpenAsync();
        host.Gateway.BusyFor = TimeSpan.FromSeconds(2.5);

        using var response = await host.SendAsync(HttpMethod.Post, open.Activities, open.Token, new { type = "message", text = "在吗" });

        response.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task Post_WhenConversationWasNeverStarted_Is404()
    {
        await using var host = await TestHost.StartAsync();
        var token = host.Tokens.Issue(new("c9", "web", "dl_a")).Token;

        using var response = await host.SendAsync(HttpMethod.Post, "/v3/directline/conversations/c9/activities", token, new { type = "message", text = "在吗" });

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Post_WhenTypingOrEvent_PassesItOn()
    {
        await using var host = await TestHost.StartAsync();
        var open = await host.OpenAsync();

        await host.CallAsync(HttpMethod.Post, open.Activities, open.Token, new { type = "typing" });
        await host.CallAsync(HttpMethod.Post, open.Activities, open.Token, new { type = "event", name = "webchat/join", value = new { language = "zh-CN" } });

        host.Gateway.Inbound.Select(message => message.Kind).ShouldBe([InboundKind.Typing, InboundKind.Event]);
        host.Gateway.Inbound[1].EventName.ShouldBe("webchat/join");
        host.Gateway.Inbound[1].Value.ShouldBe("""{"language":"zh-CN"}""");
    }

    [Fact]
    public async Task Read_WhenWatermarkIsGiven_ReturnsExactlyWhatCameAfter()
    {
        await using var host = await TestHost.StartAsync();
        var open = await host.OpenAsync();
        for (var i = 1; i <= 120; i++)
            host.Gateway.Say(open.Id, $"第{i}条");

        List<string> read = [];
        var watermark = "";
        while (true)
        {
            var set = await host.CallAsync(HttpMethod.Get, $"{open.Activities}?watermark={watermark}", open.Token);
            var page = set.GetProperty("activities").EnumerateArray().Select(activity => activity.GetProperty("text").GetString()!).ToList();
            if (page.Count == 0)
                break;
            read.AddRange(page);
            watermark = set.GetProperty("watermark").GetString()!;
        }

        read.ShouldBe(Enumerable.Range(1, 120).Select(i => $"第{i}条"));
        watermark.ShouldBe("120");
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("-1")]
    [InlineData("1.5")]
    public async Task Read_WhenWatermarkIsNoNumber_Is400(string watermark)
    {
        await using var host = await TestHost.StartAsync();
        var open = await host.OpenAsync();

        using var response = await host.SendAsync(HttpMethod.Get, $"{open.Activities}?watermark={watermark}", open.Token);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Read_WhenClientIsAheadOfTheStore_SetsItBack()
    {
        await using var host = await TestHost.StartAsync();
        var open = await host.OpenAsync();
        host.Gateway.Say(open.Id, "只有一条");

        var set = await host.CallAsync(HttpMethod.Get, $"{open.Activities}?watermark=99", open.Token);

        set.GetProperty("watermark").GetString().ShouldBe("1");
    }

    [Fact]
    public async Task Read_WhenReplyOffersChoices_WritesSuggestedActionsAndPurpose()
    {
        await using var host = await TestHost.StartAsync();
        var open = await host.OpenAsync();
        host.Gateway.Say(open.Id, "您想问的是？", new(ParticipantRole.Bot, "replybot"), message => message with
        {
            Choices = ["发货时间", "退货"],
            Purpose = "question",
            Markdown = true,
        });

        var activity = (await host.CallAsync(HttpMethod.Get, open.Activities, open.Token)).GetProperty("activities")[0];

        activity.GetProperty("textFormat").GetString().ShouldBe("markdown");
        var actions = activity.GetProperty("suggestedActions").GetProperty("actions").EnumerateArray().ToList();
        actions.Select(action => action.GetProperty("value").GetString()).ShouldBe(["发货时间", "退货"]);
        actions.ShouldAllBe(action => action.GetProperty("type").GetString() == "imBack");
        activity.GetProperty("channelData").GetProperty("replyBot").GetProperty("purpose").GetString().ShouldBe("question");
    }

    private sealed class NonSeekable(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;

        public override long Length => throw new NotSupportedException();
    }
}
