namespace ReplyBot.Knowledge.Tests;

/// <summary>Finds the repository's own folders from wherever the tests run.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string KnowledgeBase => Path.Combine(Root, "knowledge-base");

    /// <summary>A path in the folder named shared beside the repository, or null.</summary>
    public static string? FindShared(string path)
    {
        var shared = Path.Combine(Path.GetDirectoryName(Root)!, "shared", path);
        return Path.Exists(shared) ? shared : null;
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "ReplyBot.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("No ReplyBot.sln above " + AppContext.BaseDirectory);
        return folder;
    }
}
