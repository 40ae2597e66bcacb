using ReplyBot.Conversations;
using ReplyBot.Conversations.Feed;
using ReplyBot.Conversations.Storage;
using ReplyBot.Storage;
using ReplyBot.Tests.Storage.Engines;

namespace ReplyBot.Tests;

/// <summary>A real store over a database of its own, gone after the test.</summary>
public sealed class TemporaryStore : IAsyncDisposable
{
    public static readonly BuyerAddress Buyer = new("shop", "web", "default", "dl_buyer");

    private const string FileName = "test.db";
    private const string SharedMemory = "/dev/shm";
    private const long RoomForAllTests = 2L << 30;

    /// <summary>A database file whose schema is up to date; every test begins with a copy.</summary>
    private static readonly Lazy<Task<byte[]>> Template = new(MakeTemplateAsync);

    private readonly string? _postgres;

    private TemporaryStore(string folder, string? postgres, IDatabase database)
    {
        Folder = folder;
        _postgres = postgres;
        Database = database;
        Store = new SqlConversationStore(database, Feed);
    }

    public string Folder { get; }

    public IDatabase Database { get; private set; }

    public ConversationFeed Feed { get; } = new();

    public SqlConversationStore Store { get; private set; }

    /// <summary>Makes a database; SQLite's files lie in memory where the machine has room: what survives a power cut is tried on the whole program.</summary>
    /// <param name="engine">On which engine.</param>
    public static async Task<TemporaryStore> OpenAsync(StorageEngine engine = StorageEngine.Sqlite)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Parent(), "replybot-" + Guid.NewGuid().ToString("N"))).FullName;
        var postgres = engine == StorageEngine.Postgres ? await PostgresServer.CreateMigratedAsync() : null;
        if (postgres is null)
            await File.WriteAllBytesAsync(Path.Combine(folder, FileName), await Template.Value);
        return new TemporaryStore(folder, postgres, await OpenAsync(folder, postgres));
    }

    /// <summary>Opens the same database once more, as another program or node does.</summary>
    public Task<IDatabase> OpenAnotherAsync() => OpenAsync(Folder, _postgres);

    /// <summary>Closes the database and opens it again, as a restart does.</summary>
    public async Task ReopenAsync()
    {
        await Database.DisposeAsync();
        Database = await OpenAnotherAsync();
        Store = new SqlConversationStore(Database, Feed);
    }

    public Task<Conversation> StartAsync(DateTimeOffset at, string? deliveryAddress = null) =>
        Store.StartAsync(new NewConversation(null, Buyer, null, deliveryAddress, at), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
        if (_postgres is not null)
            await PostgresServer.DropDatabaseAsync(_postgres);
    }

    private static string Parent() =>
        Directory.Exists(SharedMemory) && new DriveInfo(SharedMemory).AvailableFreeSpace > RoomForAllTests ? SharedMemory : Path.GetTempPath();

    private static async Task<byte[]> MakeTemplateAsync()
    {
        var folder = Directory.CreateTempSubdirectory("replybot-").FullName;
        await (await OpenAsync(folder, null)).DisposeAsync();
        var content = await File.ReadAllBytesAsync(Path.Combine(folder, FileName));
        Directory.Delete(folder, recursive: true);
        return content;
    }

    private static async Task<IDatabase> OpenAsync(string folder, string? postgres) => postgres is null
        ? await SqliteDatabase.OpenAsync(Path.Combine(folder, FileName), CancellationToken.None)
        : await NpgsqlDatabase.OpenAsync(postgres, CancellationToken.None);
}
