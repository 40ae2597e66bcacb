using System.Net.WebSockets;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using ReplyBot.Accounts;
using ReplyBot.Channels;
using ReplyBot.Conversations.Handoffs;
using ReplyBot.Conversations.Storage;
using ReplyBot.Conversations.Suggestions;
using ReplyBot.Desk.Live;

namespace ReplyBot.Tests.Desk.Live;

public class DeskHubTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Hub_WhenABuyerSpeaksAndAnAgentAccepts_TellsEveryConsole()
    {
        await using var console = await TestConsole.StartAsync();
        await console.BuyerWaitsAsync("c1", "能刻字吗");
        var (agent, boss) = (await console.SignInAsync("xiaoli", Roles.Agent), await console.SignInAsync("boss", Roles.Supervisor));
        await using var agents = await HubClient.ConnectAsync(agent);
        await using var bosses = await HubClient.ConnectAsync(boss);

        await agent.PostAsync("/api/desk/conversations/c1/accept");
        await console.Store.ReceiveAsync(new IncomingMessage("c1", null, "在吗", console.Clock.GetUtcNow()), None);

        foreach (var page in new[] { agents, bosses })
        {
            var change = await page.NextAsync("conversationChanged", change => change.GetProperty("lastSeq").GetInt64() == 3);
            var row = change.GetProperty("conversation");
            (row.GetProperty("state").GetString(), row.GetProperty("lastText").GetString()).ShouldBe(("assigned", "在吗"));
            row.GetProperty("agent").GetProperty("displayName").GetString().ShouldBe("客服xiaoli");
        }
    }

    [Fact]
    public async Task Hub_WhenSuggestionsAreReadyAndTheBuyerTypes_TellsSo()
    {
        await using var console = await TestConsole.StartAsync();
        var conversation = await console.BuyerWaitsAsync("c1", "能刻字吗");
        await using var page = await HubClient.ConnectAsync(await console.SignInAsync("xiaoli", Roles.Agent));

        console.Services.GetRequiredService<TypingSignals>().BuyerTypes("c1");
        (await page.NextAsync("buyerTyping")).GetProperty("conversationId").GetString().ShouldBe("c1");
        var change = new ConversationChange(conversation, console.Clock.GetUtcNow());
        change.Suggest(new SuggestionSet(1, [new Suggestion("s1", 1, "return.how.standard", "怎么退货？", "return.how", "亲，可以退。", 0.8, "相似问", [])]));
        await console.CommitAsync(change);

        var ready = await page.NextAsync("suggestionsReady");
        ready.GetProperty("conversationId").GetString().ShouldBe("c1");
        ready.GetProperty("suggestions").GetProperty("items")[0].GetProperty("id").GetString().ShouldBe("s1");
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    public async Task Hub_FromAForeignPage_Is403(string origin)
    {
        await using var console = await TestConsole.StartAsync();
        var agent = await console.SignInAsync("xiaoli", Roles.Agent);
        (await Should.ThrowAsync<WebSocketException>(() => HubClient.ConnectAsync(agent, origin))).Message.ShouldContain("403");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(console.Address, "/hubs/desk/negotiate?negotiateVersion=1"));
        request.Headers.Add("Origin", origin);
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = agent.Cookies });
        ((int)(await http.SendAsync(request)).StatusCode).ShouldBe(403);
    }

    [Fact]
    public async Task Hub_WithoutTheRole_IsRefused()
    {
        await using var console = await TestConsole.StartAsync();
        var editor = await console.SignInAsync("editor", Roles.Editor);
        (await Should.ThrowAsync<WebSocketException>(() => HubClient.ConnectAsync(editor))).Message.ShouldContain("403");
        var nobody = await console.VisitAsync();
        (await Should.ThrowAsync<WebSocketException>(() => HubClient.ConnectAsync(nobody))).Message.ShouldContain("401");
    }

    [Fact]
    public async Task Lease_WhileTheConsoleIsOpen_IsProlonged_AfterwardsNot()
    {
        await using var console = await TestConsole.StartAsync();
        await console.BuyerWaitsAsync("c1", "能刻字吗");
        var agent = await console.SignInAsync("xiaoli", Roles.Agent);
        await agent.PostAsync("/api/desk/conversations/c1/accept");

        console.Clock.Advance(TimeSpan.FromSeconds(20));
        await using (await HubClient.ConnectAsync(agent))
        {
            (await LeaseAsync(console)).ShouldBe(console.Clock.GetUtcNow() + Handoff.Lease);
            console.Clock.Advance(TimeSpan.FromSeconds(20));
            await KeeperOf(console).RenewAsync(None);
            (await LeaseAsync(console)).ShouldBe(console.Clock.GetUtcNow() + Handoff.Lease);
        }
        await GoneAsync(console);
        console.Clock.Advance(Handoff.Lease);
        await KeeperOf(console).RenewAsync(None);
        (await console.Store.LostLeasesAsync(console.Clock.GetUtcNow(), None)).ShouldBe(["c1"]);
    }

    [Fact]
    public async Task Lease_AfterALaptopWasClosed_RunsOutWithinHalfAMinute()
    {
        await using var console = await TestConsole.StartAsync();
        var silence = console.Services.GetRequiredService<IOptions<HubOptions>>().Value.ClientTimeoutInterval!.Value;
        var rounds = TimeSpan.FromSeconds(2);
        (silence + Handoff.Lease + rounds).ShouldBeLessThan(TimeSpan.FromSeconds(30));
        silence.ShouldBeGreaterThan(2 * console.Services.GetRequiredService<IOptions<HubOptions>>().Value.KeepAliveInterval!.Value, "one sign of life may be lost");
    }

    [Fact]
    public async Task Line_WhenTheAccountIsDisabled_IsCutAtOnceAndProlongsNothing()
    {
        await using var console = await TestConsole.StartAsync();
        await console.BuyerWaitsAsync("c1", "能刻字吗");
        await console.AddAccountAsync("boss", Roles.Supervisor);
        var agent = await console.SignInAsync("xiaoli", Roles.Agent);
        await agent.PostAsync("/api/desk/conversations/c1/accept");
        await using var page = await HubClient.ConnectAsync(agent);
        var lease = await LeaseAsync(console);
        var accounts = console.Services.GetRequiredService<AccountStore>();
        await accounts.DisableAsync((await accounts.FindByNameAsync("xiaoli", None))!.Id, None);

        await page.UntilClosedAsync();
        console.Clock.Advance(TimeSpan.FromSeconds(10));
        await KeeperOf(console).RenewAsync(None);
        (await LeaseAsync(console)).ShouldBe(lease);
    }

    [Fact]
    public async Task Line_WhenItsSessionRanOut_IsCutAtTheNextRound()
    {
        await using var console = await TestConsole.StartAsync();
        var agent = await console.SignInAsync("xiaoli", Roles.Agent);
        await using var page = await HubClient.ConnectAsync(agent);
        console.Clock.Advance(SessionStore.Life);
        await KeeperOf(console).RenewAsync(None);
        await page.UntilClosedAsync();
    }

    private static LeaseKeeper KeeperOf(TestConsole console) => console.Services.GetServices<IHostedService>().OfType<LeaseKeeper>().Single();

    private static async Task<DateTimeOffset?> LeaseAsync(TestConsole console) => (await console.Store.FindAsync("c1", None))!.Handoff!.LeaseUntil;

    /// <summary>Returns when the server has noticed that no console is open any more.</summary>
    private static async Task GoneAsync(TestConsole console)
    {
        var lines = console.Services.GetRequiredService<DeskLines>();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (!lines.IsEmpty)
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
