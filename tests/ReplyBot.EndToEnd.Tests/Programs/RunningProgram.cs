namespace ReplyBot.EndToEnd.Tests.Programs;

/// <summary>The program serving, as a process of its own.</summary>
internal sealed class RunningProgram : IDisposable
{
    private const string AnyPort = "http://127.0.0.1:0";

    /// <summary>A first start trains the model, on a machine that may be busy.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly ChildProcess _process;

    private RunningProgram(ChildProcess process)
    {
        _process = process;
        var words = process.Output.SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(word => word.StartsWith("http://", StringComparison.Ordinal)).Select(word => new Uri(word)).ToList();
        Address = words.First(address => address.AbsolutePath == "/");
        FirstAccountLink = words.FirstOrDefault(address => address.AbsolutePath == "/console/welcome");
    }

    /// <summary>The buyer page's address.</summary>
    public Uri Address { get; }

    /// <summary>The one-time link, as long as there is no account.</summary>
    public Uri? FirstAccountLink { get; }

    /// <summary>Starts it and waits until it has said where it serves.</summary>
    /// <param name="folders">Its data and content.</param>
    /// <param name="at">Where to serve; any free port where nothing is said.</param>
    /// <param name="settings">Its settings, as the environment gives them.</param>
    public static async Task<RunningProgram> StartAsync(ShopFolders folders, Uri? at = null, IReadOnlyDictionary<string, string>? settings = null)
    {
        var process = ChildProcess.Start("dotnet",
            [Repository.Program, "serve", "--urls", at?.GetLeftPart(UriPartial.Authority) ?? AnyPort, "--data", folders.Data, "--knowledge-base", folders.KnowledgeBase],
            folders.Root, settings);
        try
        {
            await process.LineAsync(line => line.Contains("Ctrl+C", StringComparison.Ordinal), Patience);
            return new RunningProgram(process);
        }
        catch
        {
            process.Dispose();
            throw;
        }
    }

    /// <summary>Waits for a line of its log.</summary>
    public Task LoggedAsync(string words) => _process.LineAsync(line => line.Contains(words, StringComparison.Ordinal), TimeSpan.FromSeconds(30));

    /// <summary>Ends it as a power cut would.</summary>
    public void Kill() => _process.Kill();

    public void Dispose() => _process.Dispose();
}
