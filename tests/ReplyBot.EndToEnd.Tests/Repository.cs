namespace ReplyBot.EndToEnd.Tests;

/// <summary>Finds what the tests run: the repository they were built from and the program built beside them.</summary>
internal static class Repository
{
    /// <summary>The folder with the solution file.</summary>
    public static string Root { get; } = Find();

    /// <summary>The program's build output, in the configuration and for the framework of the tests.</summary>
    public static string ProgramFolder { get; } = Path.Combine(Root, "src", "ReplyBot", "bin", Configuration, Framework);

    /// <summary>The program.</summary>
    public static string Program { get; } = Path.Combine(ProgramFolder, "ReplyBot.dll");

    /// <summary>The shop's content.</summary>
    public static string KnowledgeBase { get; } = Path.Combine(Root, "knowledge-base");

    /// <summary>The programs that stand for Microsoft's clients.</summary>
    public static string Clients { get; } = Path.Combine(Root, "tests", "clients");

    /// <summary>The accessibility rules, as a script for a page.</summary>
    public static string Axe { get; } = Path.Combine(Root, "web", "node_modules", "axe-core", "axe.min.js");

    /// <summary>Microsoft's Web Chat, as a script for a page.</summary>
    public static string WebChat { get; } = Path.Combine(Root, "web", "node_modules", "botframework-webchat", "dist", "webchat.js");

    /// <summary>Where pictures of the pages go.</summary>
    public static string Screenshots { get; } = Path.Combine(Root, "artifacts", "screenshots");

    private static DirectoryInfo Output => new(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));

    private static string Framework => Output.Name;

    private static string Configuration => Output.Parent!.Name;

    private static string Find()
    {
        var folder = Output;
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ReplyBot.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside of the repository.");
    }
}
