using ReplyBot.Accounts;
using ReplyBot.Conversations.Events;
using ReplyBot.Conversations.Storage;
using ReplyBot.Conversations.Suggestions;
using ReplyBot.Storage;

namespace ReplyBot.Tests.Desk;

/// <summary>What became of suggestions is recorded, each way.</summary>
public class AdoptionTests
{
    private const string Suggested = "亲，在订单里点申请退货就可以。";

    [Theory]
    [InlineData(Suggested, "s1", ConversationEventKind.Adopted, null)]
    [InlineData(Suggested + "运费我们来承担。", "s1", ConversationEventKind.Edited, "0.35")]
    [InlineData("亲，您是想退货还是想换货呢？", null, ConversationEventKind.Replaced, null)]
    public async Task Send_RecordsWhatBecameOfTheSuggestions(string text, string? suggestionId, ConversationEventKind kind, string? changed)
    {
        await using var console = await TestConsole.StartAsync();
        var (agent, epoch) = await HoldWithASuggestionAsync(console);

        (await agent.PostAsync("/api/desk/conversations/c1/send", new { epoch, text, clientId = "k1", suggestionId })).Status.ShouldBe(200);
        (await agent.PostAsync("/api/desk/conversations/c1/send", new { epoch, text = "还有什么可以帮您的吗？", clientId = "k2" })).Status.ShouldBe(200);

        var happened = (await OutcomesAsync(console)).ShouldHaveSingleItem();
        happened.Kind.ShouldBe(kind);
        happened.Detail.GetValueOrDefault("changed").ShouldBe(changed);
        happened.Actor.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Close_WithoutAReply_RecordsThatTheSuggestionsWereIgnored()
    {
        await using var console = await TestConsole.StartAsync();
        var (agent, epoch) = await HoldWithASuggestionAsync(console);
        (await agent.PostAsync("/api/desk/conversations/c1/close", new { epoch, outcome = "other" })).Status.ShouldBe(200);
        (await OutcomesAsync(console)).ShouldHaveSingleItem().Kind.ShouldBe(ConversationEventKind.Ignored);
    }

    private static async Task<(ConsoleClient Agent, long Epoch)> HoldWithASuggestionAsync(TestConsole console)
    {
        await console.BuyerWaitsAsync("c1", "怎么退货");
        var agent = await console.SignInAsync("xiaoli", Roles.Agent);
        var epoch = (await agent.PostAsync("/api/desk/conversations/c1/accept")).Body.GetProperty("conversation").GetProperty("epoch").GetInt64();
        var change = new ConversationChange((await console.Store.FindAsync("c1", CancellationToken.None))!, console.Clock.GetUtcNow());
        change.Suggest(new SuggestionSet(1, [new Suggestion("s1", 1, "return.how.standard", "怎么退货？", "return.how", Suggested, 0.8, "相似问", [])]));
        await console.CommitAsync(change);
        return (agent, epoch);
    }

    private static async Task<IReadOnlyList<ConversationEvent>> OutcomesAsync(TestConsole console)
    {
        var log = new EventLog((IDatabase)console.Services.GetService(typeof(IDatabase))!);
        var events = await log.ReadAsync(DateTimeOffset.UnixEpoch, console.Clock.GetUtcNow().AddDays(1), CancellationToken.None);
        return [.. events.Select(logged => logged.Event).Where(happened => happened.Kind
            is ConversationEventKind.Adopted or ConversationEventKind.Edited or ConversationEventKind.Replaced or ConversationEventKind.Ignored)];
    }
}
