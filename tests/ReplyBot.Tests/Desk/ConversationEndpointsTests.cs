using System.Text;
using ReplyBot.Accounts;
using ReplyBot.Conversations;
using ReplyBot.Conversations.Storage;
using ReplyBot.Conversations.Transcripts;

namespace ReplyBot.Tests.Desk;

public class ConversationEndpointsTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task List_WhenBuyersWait_ShowsTheLongestFirstAsTheContractSays()
    {
        await using var console = await TestConsole.StartAsync();
        await console.BuyerSaysAsync("c0", "在吗");
        await console.BuyerWaitsAsync("c1", "能刻字吗");
        console.Clock.Advance(TimeSpan.FromMinutes(1));
        await console.BuyerWaitsAsync("c2", "能送人吗");
        var agent = await console.SignInAsync("xiaoli", Roles.Agent);

        var list = await agent.GetAsync("/api/desk/conversations?scope=waiting&take=100");

        var rows = list.Body.GetProperty("items");
        rows.EnumerateArray().Select(row => row.GetProperty("id").GetString()).ShouldBe(["c1", "c2"]);
        var first = rows[0];
        first.GetProperty("state").GetString().ShouldBe("waiting");
        first.GetProperty("waitingReason").GetString().ShouldBe("repeated-miss");
        first.GetProperty("waitingSince").GetDateTimeOffset().ShouldBe(console.Clock.GetUtcNow() - TimeSpan.FromMinutes(1));
        first.GetProperty("buyer").GetProperty("name").GetString().ShouldBe("小王");
        first.GetProperty("agent").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        (first.GetProperty("lastFrom").GetString(), first.GetProperty("lastText").GetString()).ShouldBe(("buyer", "能刻字吗"), "what is wanted, not the bot's 稍等");
        first.GetProperty("unanswered").GetBoolean().ShouldBeTrue();
        first.GetProperty("promiseDeadline").GetDateTimeOffset().ShouldBe(console.Clock.GetUtcNow() + TimeSpan.FromMinutes(9));
        list.Body.GetProperty("serverTime").GetDateTimeOffset().ShouldBe(console.Clock.GetUtcNow());
        (await agent.GetAsync("/api/desk/conversations?scope=all&take=2")).Body.GetProperty("items").GetArrayLength().ShouldBe(2);
    }

    [Theory]
    [InlineData("?scope=some", "scope")]
    [InlineData("?scope=7", "scope")]
    [InlineData("?take=many", "take")]
    public async Task List_WhenAskedForSomethingElse_NamesTheField(string query, string field)
    {
        await using var console = await TestConsole.StartAsync();
        var agent = await console.SignInAsync("xiaoli", Roles.Agent);
        (await agent.GetAsync("/api/desk/conversations" + query)).Blames(field).ShouldBeTrue();
    }

    [Fact]
    public async Task Accept_WhenTwoAgentsAtOnce_GivesOneTheBuyerAndTellsTheOther()
    {
        await using var console = await TestConsole.StartAsync();
        await console.BuyerWaitsAsync("c1", "能刻字吗");
        var agents = new[] { await console.SignInAsync("xiaoli", Roles.Agent), await console.SignInAsync("dawei", Roles.Agent) };

        var answers = await Task.WhenAll(agents.Select(agent => agent.PostAsync("/api/desk/conversations/c1/accept")));

        answers.Select(answer => answer.Status).ShouldBe([200, 409], ignoreOrder: true);
        var won = answers.Single(answer => answer.Status == 200).Body.GetProperty("conversation");
        won.GetProperty("state").GetString().ShouldBe("assigned");
        won.GetProperty("agent").GetProperty("displayName").GetString().ShouldStartWith("客服");
        won.GetProperty("waitingSince").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        answers.Single(answer => answer.Status == 409).Body.GetProperty("title").GetString().ShouldBe("这位买家已由其他客服接待");
    }

    [Fact]
    public async Task Accept_WhenTheBotAnswers_TakesOver()
    {
        await using var console = await TestConsole.StartAsync();
        await console.BuyerSaysAsync("c1", "在吗");
        var agent = await console.SignInAsync("xiaoli", Roles.Agent);
        (await agent.PostAsync("/api/desk/conversations/c1/accept")).Status.ShouldBe(200);
        (await agent.GetAsync("/api/desk/conversations?scope=mine")).Body.GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Return_WithTheEpoch_GivesTheBuyerBackToTheBot()
    {
        await using var console = await TestConsole.StartAsync();
        await console.BuyerWaitsAsync("c1", "能刻字吗");
        var agent = await console.SignInAsync("xiaoli", Roles.Agent);
        var epoch = Epoch(await agent.PostAsync("/api/desk/conversations/c1/accept"));

        (await agent.PostAsync("/api/desk/conversations/c1/return", new { epoch = epoch + 1 })).Status.ShouldBe(409);
        var returned = await agent.PostAsync("/api/desk/conversations/c1/return", new { epoch });

        returned.Body.GetProperty("conversation").GetProperty("state").GetString().ShouldBe("bot");
        returned.Body.GetProperty("conversation").GetProperty("promiseDeadline").ValueKind.ShouldBe(
            System.Text.Json.JsonValueKind.String, "only a reply keeps the promise that 稍等 made");
    }

    [Fact]
    public async Task Close_WithAnOutcome_ClosesTheConversation()
    {
        await using var console = await TestConsole.StartAsync();
        await console.BuyerWaitsAsync("c1", "能刻字吗");
        var agent = await console.SignInAsync("xiaoli", Roles.Agent);
        var epoch = Epoch(await agent.PostAsync("/api/desk/conversations/c1/accept"));

        (await agent.PostAsync("/api/desk/conversations/c1/close", new { epoch, outcome = "fine" })).Blames("outcome").ShouldBeTrue();
        (await agent.PostAsync("/api/desk/conversations/c1/close", new { outcome = "solved" })).Blames("epoch").ShouldBeTrue();
        var closed = await agent.PostAsync("/api/desk/conversations/c1/close", new { epoch, outcome = "solved", tag = "刻字" });

        closed.Body.GetProperty("conversation").GetProperty("state").GetString().ShouldBe("closed");
    }

    [Fact]
    public async Task Messages_AfterAWatermark_AreExactlyWhatCameAfter()
    {
        await using var console = await TestConsole.StartAsync();
        await console.BuyerSaysAsync("c1", "一", "二", "三");
        var agent = await console.SignInAsync("xiaoli", Roles.Agent);

        var answer = await agent.GetAsync("/api/desk/conversations/c1/messages?after=1");

        answer.Body.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("text").GetString()).ShouldBe(["二", "三"]);
        answer.Body.GetProperty("watermark").GetInt64().ShouldBe(3);
        var nothing = await agent.GetAsync("/api/desk/conversations/c1/messages?after=3");
        nothing.Body.GetProperty("messages").GetArrayLength().ShouldBe(0);
        nothing.Body.GetProperty("watermark").GetInt64().ShouldBe(3);
        (await agent.GetAsync("/api/desk/conversations/c1/messages?after=-1")).Blames("after").ShouldBeTrue();
    }

    [Fact]
    public async Task Read_WithAFile_GivesItUnderTheProgramsOwnAddress()
    {
        await using var console = await TestConsole.StartAsync();
        await console.BuyerSaysAsync("c1", "看图");
        await console.Store.SaveFileAsync(new StoredFile("f1", "c1", "图 1.svg", "image/svg+xml", "<svg/>"u8.ToArray()), None);
        await console.Store.ReceiveAsync(new IncomingMessage("c1", null, "", console.Clock.GetUtcNow()) { Files = [new MessageFile("图 1.svg", "image/svg+xml", "f1", null)] }, None);
        var agent = await console.SignInAsync("xiaoli", Roles.Agent);

        var read = await agent.GetAsync("/api/desk/conversations/c1");

        var message = read.Body.GetProperty("messages")[1];
        message.GetProperty("from").GetString().ShouldBe("buyer");
        message.GetProperty("kind").GetString().ShouldBe("message");
        var url = message.GetProperty("attachments")[0].GetProperty("url").GetString()!;
        var file = await agent.GetAsync(url);
        file.Status.ShouldBe(200);
        file.Response.Content.Headers.ContentType!.MediaType.ShouldBe("application/octet-stream");
        file.Response.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        file.Response.Headers.GetValues("Content-Security-Policy").ShouldBe(["default-src 'none'; sandbox"]);
        (await agent.GetAsync("/api/desk/attachments/other")).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("GET", "/messages")]
    [InlineData("POST", "/accept")]
    [InlineData("POST", "/typing")]
    public async Task Any_WhenTheConversationIsUnknown_Is404(string method, string action)
    {
        await using var console = await TestConsole.StartAsync();
        var agent = await console.SignInAsync("xiaoli", Roles.Agent);
        var answer = await agent.SendAsync(HttpMethod.Parse(method), "/api/desk/conversations/unknown" + action, null);
        answer.Status.ShouldBe(404);
        answer.Body.GetProperty("title").GetString().ShouldBe("没有这个会话");
    }

    [Theory]
    [InlineData("{", 400)]
    [InlineData("null", 400)]
    [InlineData("""{"epoch":"x"}""", 400)]
    [InlineData("""{"epoch":1}""", 409)]
    public async Task Return_WithAnOddBody_IsAnsweredWithAProblem(string body, int status)
    {
        await using var console = await TestConsole.StartAsync();
        await console.BuyerWaitsAsync("c1", "能刻字吗");
        var agent = await console.SignInAsync("xiaoli", Roles.Agent);
        var answer = await agent.SendAsync(HttpMethod.Post, "/api/desk/conversations/c1/return", new StringContent(body, Encoding.UTF8, "application/json"));
        answer.Status.ShouldBe(status);
        answer.Response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Send_WithABodyOver256Kilobytes_Is413(bool saysLength)
    {
        await using var console = await TestConsole.StartAsync();
        var agent = await console.SignInAsync("xiaoli", Roles.Agent);
        using var content = new StringContent("{\"text\":\"" + new string('x', 300 * 1024) + "\"}", Encoding.UTF8, "application/json");
        if (!saysLength)
            content.Headers.ContentLength = null;
        (await agent.SendAsync(HttpMethod.Post, "/api/desk/conversations/c1/send", content)).Status.ShouldBe(413);
    }

    private static long Epoch(ConsoleAnswer accepted) => accepted.Body.GetProperty("conversation").GetProperty("epoch").GetInt64();
}
