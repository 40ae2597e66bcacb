using ReplyBot.Conversations;
using ReplyBot.Conversations.Events;
using ReplyBot.Conversations.Transcripts;
using ReplyBot.Tests.Storage.Engines;

namespace ReplyBot.Tests.Turns;

public class BurstTests
{
    private static readonly TimeSpan Window = ChannelSettings.UsualBurstWindow;

    [Theory, OnSqlite, OnPostgres]
    public async Task RunAsync_WhenTheMessageIsClear_AnswersWithoutWaiting(StorageEngine engine)
    {
        await using var table = await SitAsync(engine);
        await table.PostAsync("几时发货");
        (await table.RunAsync()).IsDone.ShouldBeTrue();
        (await table.HearAsync()).ShouldHaveSingleItem().Kind.ShouldBe(MessageKind.Answer);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task RunAsync_WhenOneThoughtComesInFourMessages_ReadsThemTogetherAndRepliesOnce(StorageEngine engine)
    {
        await using var table = await SitAsync(engine);
        foreach (var fragment in new[] { "在吗", "我那个", "衣服", "几时发货" })
        {
            await table.PostAsync(fragment);
            var run = await table.RunAsync();
            run.IsDone.ShouldBe(fragment == "几时发货");
            table.Clock.Advance(TimeSpan.FromSeconds(0.4));
        }
        (await table.HearAsync()).ShouldHaveSingleItem().ScriptId.ShouldBe("ship.time.standard");
        var decided = (await table.HappenedAsync(ConversationEventKind.Decided)).ShouldHaveSingleItem();
        (decided.Detail["from"], decided.Seq).ShouldBe(("1", 4));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task RunAsync_WhenNothingMoreComes_RepliesAfterTheWindow(StorageEngine engine)
    {
        await using var table = await SitAsync(engine);
        await table.PostAsync("我想问");
        (await table.RunAsync()).WaitsUntil.ShouldBe(table.Clock.GetUtcNow() + Window);
        table.Clock.Advance(Window);
        (await table.RunAsync()).IsDone.ShouldBeTrue();
        (await table.HearAsync()).Count.ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task RunAsync_WhenTheProgramEndsWhileItWaits_TheTurnIsTakenUpFromTheStore(StorageEngine engine)
    {
        await using var table = await SitAsync(engine);
        await table.PostAsync("我想问");
        (await table.RunAsync()).IsDone.ShouldBeFalse();
        (await table.RunPendingAsync()).ShouldBeEmpty("it is not due yet");
        table.Clock.Advance(Window);
        (await table.RunPendingAsync()).ShouldHaveSingleItem();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task RunAsync_WhenFragmentsKeepComing_WaitsThreeWindowsAtMost(StorageEngine engine)
    {
        await using var table = await SitAsync(engine);
        var fragments = 0;
        do
        {
            await table.PostAsync("嗯那个");
            table.Clock.Advance(TimeSpan.FromSeconds(1));
            fragments++;
        }
        while (!(await table.RunAsync()).IsDone);
        fragments.ShouldBe(4, "3.6 seconds of one message a second");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task RunAsync_WhenAnAgentHasTheBuyer_SuggestsAtOnce(StorageEngine engine)
    {
        await using var table = await SitAsync(engine);
        await table.Desk.AcceptAsync(table.ConversationId, new("agent-1", "小栗"), CancellationToken.None);
        await table.PostAsync("我想问");
        (await table.RunAsync()).IsDone.ShouldBeTrue();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task RunAsync_WhenTheChannelHasAWindowOfItsOwn_WaitsThatLong(StorageEngine engine)
    {
        var settings = TurnTable.With(new ChannelSetting { BurstWindow = TimeSpan.FromSeconds(3) });
        await using var table = await TurnTable.SitAsync(engine, Reader(), settings);
        await table.PostAsync("我想问");
        (await table.RunAsync()).WaitsUntil.ShouldBe(table.Clock.GetUtcNow().AddSeconds(3));
    }

    private static Task<TurnTable> SitAsync(StorageEngine engine) => TurnTable.SitAsync(engine, Reader(), ChannelSettings.None);

    private static ScriptedReader Reader() => new ScriptedReader()
        .On("几时发货", "ship.time").On("在吗", "chat.greeting").On("在吗\n我那个\n衣服\n几时发货", "ship.time");
}
