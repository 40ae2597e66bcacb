namespace ReplyBot.Intent.Tests.Material;

/// <summary>Where the tests find the repository and what lies beside it.</summary>
internal static class Folders
{
    public static readonly string? Repository = Upwards().FirstOrDefault(folder => File.Exists(Path.Combine(folder, "ReplyBot.sln")));

    /// <summary>Real material beside the repository; null where it is absent.</summary>
    public static readonly string? Shared = Repository is { } repository && Path.GetDirectoryName(repository) is { } parent && Directory.Exists(Path.Combine(parent, "shared"))
        ? Path.Combine(parent, "shared")
        : null;

    public static string KnowledgeBase => Path.Combine(Repository ?? throw new DirectoryNotFoundException("The repository is not above the tests."), "knowledge-base");

    public static IEnumerable<string> Lines(string dataFile) => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", dataFile));

    private static IEnumerable<string> Upwards()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
            yield return folder;
    }
}
