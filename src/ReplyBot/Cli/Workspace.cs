using ReplyBot.Conversations.Serving;
using ReplyBot.Knowledge;
using ReplyBot.Serving;
using ReplyBot.Storage;

namespace ReplyBot.Cli;

/// <summary>What a command works with: the folders, the database, what is published, the models.</summary>
public sealed class Workspace : IAsyncDisposable
{
    /// <summary>Works with a database that is open already.</summary>
    public Workspace(ProgramFolders folders, IDatabase database, IWorkDisplay display)
    {
        Folders = folders;
        Database = database;
        Display = display;
        Published = new PublishedBaseStore(database, TimeProvider.System);
        Models = new ModelKeeper(folders, display);
        Preparation = new ServingPreparation(folders, Published, new AdoptionRecord(database, TimeProvider.System), Models, display);
    }

    public ProgramFolders Folders { get; }

    public IDatabase Database { get; }

    public IWorkDisplay Display { get; }

    public PublishedBaseStore Published { get; }

    public ModelKeeper Models { get; }

    public ServingPreparation Preparation { get; }

    /// <summary>Opens the data folder, making it when it is not there.</summary>
    public static async Task<Workspace> OpenAsync(ProgramFolders folders, CancellationToken cancellation)
    {
        folders.Create();
        var database = await DatabaseOpener.OpenAsync(folders, cancellation);
        return new Workspace(folders, database, new ConsoleWorkDisplay());
    }

    /// <summary>Makes ready what is served.</summary>
    public Task<ServingBase> PrepareAsync(CancellationToken cancellation) => Preparation.PrepareAsync(cancellation);

    /// <summary>The sample shop's products and orders, from the files; an empty shop where there are none.</summary>
    public KnowledgeBase ReadShop() => KnowledgeBaseReader.Read(Folders.KnowledgeBase).Base ?? new KnowledgeBase();

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
