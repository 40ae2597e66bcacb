using Microsoft.Extensions.DependencyInjection;
using ReplyBot.Accounts;
using ReplyBot.Audit;
using ReplyBot.Conversations.Feed;
using ReplyBot.Desk.Approvals;
using ReplyBot.Tests.Storage.Engines;

namespace ReplyBot.Tests.Desk;

public class ApprovalEndpointsTests
{
    private const string Case = "售前议价让利";

    [Fact]
    public async Task Ask_AndAnotherFigure_IsTheAgentsToPromiseAndInTheAuditLog()
    {
        await using var console = await TestConsole.StartAsync();
        var (agent, epoch) = await HoldAsync(console);
        var boss = await console.SignInAsync("boss", Roles.Supervisor);
        var reply = new { epoch, text = "亲，这单给您补3元，稍后发您。", clientId = "k1" };
        (await agent.PostAsync("/api/desk/conversations/c1/send", reply)).Status.ShouldBe(422);

        var asked = await agent.PostAsync("/api/desk/conversations/c1/approvals", new { @case = Case, yuan = 5, reason = "老顾客，电话13812345678" });

        asked.Status.ShouldBe(201);
        var open = (await boss.GetAsync("/api/board/approvals")).Body.GetProperty("open")[0];
        open.GetProperty("maxYuan").GetDecimal().ShouldBe(5);
        open.GetProperty("approval").GetProperty("reason").GetString()!.ShouldNotContain("13812345678");
        (await agent.GetAsync("/api/desk/conversations")).Body.GetProperty("items")[0].GetProperty("asksApproval").GetBoolean().ShouldBeTrue();
        var id = asked.Body.GetProperty("approval").GetProperty("id").GetString();
        (await boss.PostAsync($"/api/board/approvals/{id}/answer", new { granted = true, yuan = 3, note = "最多三元" })).Status.ShouldBe(200);

        var approval = (await agent.GetAsync("/api/desk/conversations/c1")).Body.GetProperty("approvals")[0];
        (approval.GetProperty("state").GetString(), approval.GetProperty("grantedYuan").GetDecimal(), approval.GetProperty("note").GetString()).ShouldBe(("granted", 3m, "最多三元"));
        (await agent.PostAsync("/api/desk/conversations/c1/send", reply)).Status.ShouldBe(200);
        var log = await console.Services.GetRequiredService<AuditLog>().ReadAsync(long.MaxValue, 2, CancellationToken.None);
        log.Select(entry => (entry.Action, entry.Subject, entry.Detail)).ShouldBe(
            [(AuditActions.ApprovalAnswered, "c1", Case + " 5 → 3"), (AuditActions.ApprovalAsked, "c1", Case + " 5")]);
    }

    [Fact]
    public async Task Answer_AboveTheCeiling_IsRefusedWithTheReasonAndStaysOpen()
    {
        await using var console = await TestConsole.StartAsync();
        var (agent, _) = await HoldAsync(console);
        var boss = await console.SignInAsync("boss", Roles.Supervisor);
        var id = (await agent.PostAsync("/api/desk/conversations/c1/approvals", new { @case = Case, yuan = 5, reason = "老顾客" })).Body.GetProperty("approval").GetProperty("id").GetString();

        var refused = await boss.PostAsync($"/api/board/approvals/{id}/answer", new { granted = true, yuan = 6 });

        refused.Blames("yuan").ShouldBeTrue();
        refused.Body.GetProperty("errors").GetProperty("yuan")[0].GetString()!.ShouldContain("最多 5 元");
        (await boss.PostAsync($"/api/board/approvals/{id}/answer", new { granted = false })).Body.GetProperty("approval").GetProperty("state").GetString().ShouldBe("refused");
        (await boss.PostAsync($"/api/board/approvals/{id}/answer", new { granted = true })).Status.ShouldBe(409);
    }

    [Theory]
    [InlineData(Case, 5.01, "yuan")]
    [InlineData(Case, 0, "yuan")]
    [InlineData(Case, 1.234, "yuan")]
    [InlineData("和解", 10, "case")]
    [InlineData("没有这种情况", 1, "case")]
    public async Task Ask_ForWhatNoSupervisorMayGrant_NamesTheField(string policyCase, double yuan, string field)
    {
        await using var console = await TestConsole.StartAsync();
        var (agent, _) = await HoldAsync(console);
        (await agent.PostAsync("/api/desk/conversations/c1/approvals", new { @case = policyCase, yuan, reason = "老顾客" })).Blames(field).ShouldBeTrue();
    }

    [Fact]
    public async Task Ask_ASecondTime_Is409UntilTheFirstIsTakenBack()
    {
        await using var console = await TestConsole.StartAsync();
        var (agent, _) = await HoldAsync(console);
        var other = await console.SignInAsync("dawei", Roles.Agent);
        var request = new { @case = Case, yuan = 5, reason = "老顾客" };
        (await other.PostAsync("/api/desk/conversations/c1/approvals", request)).Status.ShouldBe(409);
        var id = (await agent.PostAsync("/api/desk/conversations/c1/approvals", request)).Body.GetProperty("approval").GetProperty("id").GetString();

        (await agent.PostAsync("/api/desk/conversations/c1/approvals", request)).Status.ShouldBe(409);
        (await other.PostAsync($"/api/desk/conversations/c1/approvals/{id}/withdraw")).Status.ShouldBe(403);
        (await agent.PostAsync($"/api/desk/conversations/c1/approvals/{id}/withdraw")).Status.ShouldBe(204);
        (await agent.PostAsync("/api/desk/conversations/c1/approvals", request)).Status.ShouldBe(201);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Store_AfterARestart_StillKnowsWhatWasAskedAndAnswered(StorageEngine engine)
    {
        await using var storage = await TemporaryStore.OpenAsync(engine);
        var clock = new ManualClock(new DateTimeOffset(2026, 6, 15, 4, 0, 0, TimeSpan.Zero));
        var conversation = await storage.StartAsync(clock.GetUtcNow());
        var approval = new Approval("a1", conversation.Id, Case, 4.5m, "老顾客", "agent", clock.GetUtcNow());
        (await Open().AskAsync(approval, CancellationToken.None)).ShouldBeTrue();
        (await Open().AskAsync(approval with { Id = "a2" }, CancellationToken.None)).ShouldBeFalse();
        await storage.ReopenAsync();

        (await Open().OpenAsync(CancellationToken.None)).ShouldHaveSingleItem().ShouldBe(approval);
        (await Open().AnswerAsync(approval, new ApprovalAnswer(2.5m, null, "boss"), CancellationToken.None)).ShouldBeTrue();
        (await Open().AnswerAsync(approval, new ApprovalAnswer(4.5m, null, "boss"), CancellationToken.None)).ShouldBeFalse();
        (await Open().GrantedYuanAsync(conversation.Id, CancellationToken.None)).ShouldBe(2.5m);
        clock.Advance(ApprovalStore.Validity + TimeSpan.FromSeconds(1));
        (await Open().GrantedYuanAsync(conversation.Id, CancellationToken.None)).ShouldBe(0);

        ApprovalStore Open() => new(storage.Database, new AuditLog(storage.Database, clock), new ConversationFeed(), clock);
    }

    private static async Task<(ConsoleClient Agent, long Epoch)> HoldAsync(TestConsole console)
    {
        await console.BuyerWaitsAsync("c1", "能便宜点吗");
        var agent = await console.SignInAsync("xiaoli", Roles.Agent);
        var accepted = await agent.PostAsync("/api/desk/conversations/c1/accept");
        return (agent, accepted.Body.GetProperty("conversation").GetProperty("epoch").GetInt64());
    }
}
