using ReplyBot.Accounts;
using ReplyBot.Conversations.Feed;
using ReplyBot.Storage;

namespace ReplyBot.Hosting;

/// <summary>Lets this node and the others on the same PostgreSQL database hear of each other's writes.</summary>
public sealed class NodeNewsService(NpgsqlDatabase database, ConversationFeed feed, SessionEndings endings, TimeProvider clock, ILogger<NodeNewsService> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        new NodeNews(database, feed, endings, clock, failure => log.LogWarning(failure, "The news of the other nodes are interrupted")).RunAsync(stoppingToken);
}
