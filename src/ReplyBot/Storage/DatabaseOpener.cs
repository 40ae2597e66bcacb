namespace ReplyBot.Storage;

/// <summary>Chooses the engine: PostgreSQL where <c>ConnectionStrings__Postgres</c> is set, otherwise SQLite in the data folder.</summary>
public static class DatabaseOpener
{
    /// <summary>Opens the database and brings its schema up to date.</summary>
    /// <exception cref="StorageException">It cannot be used.</exception>
    public static async Task<IDatabase> OpenAsync(ProgramFolders folders, CancellationToken cancellation)
    {
        var configuration = new ConfigurationBuilder()
            .SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables()
            .Build();
        return configuration.GetConnectionString("Postgres") is { Length: > 0 } postgres
            ? await NpgsqlDatabase.OpenAsync(postgres, cancellation)
            : await SqliteDatabase.OpenAsync(folders.Database, cancellation, configuration.GetValue("Sqlite:Synchronous", SqliteFlushing.Full));
    }
}
