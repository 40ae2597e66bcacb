using ReplyBot.Storage;

namespace ReplyBot.Tests.Storage.Engines;

/// <summary>A place for a database that no program has opened yet; gone after the test.</summary>
internal sealed class EmptyDatabase : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("replybot-").FullName;
    private readonly string? _postgres;

    private EmptyDatabase(string? postgres) => _postgres = postgres;

    public static async Task<EmptyDatabase> MakeAsync(StorageEngine engine) =>
        new(engine == StorageEngine.Postgres ? await PostgresServer.CreateDatabaseAsync() : null);

    /// <summary>Opens it as a program does at its start.</summary>
    public async Task<IDatabase> OpenAsync() => _postgres is null
        ? await SqliteDatabase.OpenAsync(Path.Combine(_folder, "test.db"), CancellationToken.None)
        : await NpgsqlDatabase.OpenAsync(_postgres, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        if (_postgres is not null)
            await PostgresServer.DropDatabaseAsync(_postgres);
    }
}
