using ReplyBot.EndToEnd.Tests.Browsing;

namespace ReplyBot.EndToEnd.Tests;

/// <summary>What a test needs besides .NET.</summary>
[Flags]
public enum Requirement
{
    /// <summary>The built program.</summary>
    Program = 1,

    /// <summary>The program's pages and a browser to show them.</summary>
    Browser = 2,

    /// <summary>Node, for programs in JavaScript.</summary>
    Node = 4,

    /// <summary>The accessibility rules that the pages are held to.</summary>
    Axe = 8,

    /// <summary>Microsoft's Web Chat, as a script for a page.</summary>
    WebChat = 16,
}

/// <summary>Says what of it is missing on this machine.</summary>
internal static class Requirements
{
    /// <summary>The first thing missing, in words; null when everything is here.</summary>
    public static string? FirstMissing(Requirement needed)
    {
        if (!File.Exists(Repository.Program))
            return $"the program is not built: {Repository.Program}";
        if (needed.HasFlag(Requirement.Browser) && !File.Exists(Path.Combine(Repository.ProgramFolder, "wwwroot", "index.html")))
            return "the program was built without its pages";
        if (needed.HasFlag(Requirement.Browser) && !File.Exists(Chromium.Path))
            return $"there is no {Chromium.Path}";
        if (needed.HasFlag(Requirement.Axe) && !File.Exists(Repository.Axe))
            return $"there is no {Repository.Axe}; run npm ci in web";
        if (needed.HasFlag(Requirement.WebChat) && !File.Exists(Repository.WebChat))
            return $"there is no {Repository.WebChat}; run npm ci in web";
        if (needed.HasFlag(Requirement.Node) && !IsOnPath("node"))
            return "node is not installed";
        return null;
    }

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
