using ReplyBot.Conversations;
using ReplyBot.Conversations.Feed;
using ReplyBot.Conversations.Storage;
using ReplyBot.Storage;

namespace ReplyBot.Tests;

/// <summary>A real store over a database file of its own, gone after the test.</summary>
public sealed class TemporaryStore : IAsyncDisposable
{
    public static readonly BuyerAddress Buyer = new("shop", "web", "default", "dl_buyer");

    private TemporaryStore(string folder, SqliteDatabase database)
    {
        Folder = folder;
        Database = database;
        Store = new SqlConversationStore(database, Feed);
    }

    public string Folder { get; }

    public SqliteDatabase Database { get; private set; }

    public ConversationFeed Feed { get; } = new();

    public SqlConversationStore Store { get; private set; }

    public static async Task<TemporaryStore> OpenAsync()
    {
        var folder = Directory.CreateTempSubdirectory("replybot-").FullName;
        return new TemporaryStore(folder, await SqliteDatabase.OpenAsync(Path.Combine(folder, "test.db"), CancellationToken.None));
    }

    /// <summary>Closes the database and opens it again, as a restart does.</summary>
    public async Task ReopenAsync()
    {
        await Database.DisposeAsync();
        Database = await SqliteDatabase.OpenAsync(Path.Combine(Folder, "test.db"), CancellationToken.None);
        Store = new SqlConversationStore(Database, Feed);
    }

    public Task<Conversation> StartAsync(DateTimeOffset at, string? deliveryAddress = null) =>
        Store.StartAsync(new NewConversation(null, Buyer, null, deliveryAddress, at), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
