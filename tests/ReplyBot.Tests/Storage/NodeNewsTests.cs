using ReplyBot.Accounts;
using ReplyBot.Conversations.Feed;
using ReplyBot.Conversations.Storage;
using ReplyBot.Storage;
using ReplyBot.Tests.Storage.Engines;

namespace ReplyBot.Tests.Storage;

public class NodeNewsTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Theory, OnPostgres]
    public async Task RunAsync_WhenAnotherNodeStoresAMessageOrEndsASession_TellsThisNodeAndNotItselfAgain(StorageEngine engine)
    {
        await using var temporary = await TemporaryStore.OpenAsync(engine);
        await using var other = (NpgsqlDatabase)await temporary.OpenAnotherAsync();
        var otherFeed = new ConversationFeed();
        var (endings, otherEndings) = (new SessionEndings(), new SessionEndings());
        using var stopping = new CancellationTokenSource();
        var here = new NodeNews((NpgsqlDatabase)temporary.Database, temporary.Feed, endings, TimeProvider.System, _ => { });
        var there = new NodeNews(other, otherFeed, otherEndings, TimeProvider.System, _ => { });
        var running = Task.WhenAll(here.RunAsync(stopping.Token), there.RunAsync(stopping.Token));
        await Task.WhenAll(here.Listening, there.Listening).WaitAsync(Patience);

        var heard = new TaskCompletionSource<ConversationNews>(TaskCreationOptions.RunContinuationsAsynchronously);
        var own = new List<ConversationNews>();
        using var hearing = otherFeed.Listen(news => _ = news.BuyerSpoke && heard.TrySetResult(news));
        using var hearingOwn = temporary.Feed.Listen(own.Add);
        var conversation = await temporary.StartAsync(Now);
        await temporary.Store.ReceiveAsync(new IncomingMessage(conversation.Id, null, "在吗", Now), CancellationToken.None);

        (await heard.Task.WaitAsync(Patience)).ShouldBe(new ConversationNews(conversation.Id, BuyerSpoke: true, Elsewhere: true));
        own.ShouldAllBe(news => !news.Elsewhere);

        var ended = new TaskCompletionSource<(string, bool)>(TaskCreationOptions.RunContinuationsAsynchronously);
        otherEndings.Ended += (session, elsewhere) => ended.TrySetResult((session, elsewhere));
        endings.Announce("a-session");
        (await ended.Task.WaitAsync(Patience)).ShouldBe(("a-session", true));
        await stopping.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => running);
    }
}
