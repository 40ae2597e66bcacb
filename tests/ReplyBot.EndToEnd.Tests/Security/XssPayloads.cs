using System.Text.Json;

namespace ReplyBot.EndToEnd.Tests.Security;

/// <summary>Texts that run scripts in careless pages: kept beside the repository, not in it.</summary>
internal static class XssPayloads
{
    private const int Seed = 20260601;
    private const int Share = 10;

    /// <summary>The whole lists instead of a tenth.</summary>
    private const string All = "REPLYBOT_XSS_ALL";

    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(Repository.Root)!, "shared", "badinputs");

    /// <summary>Why there are none, or null.</summary>
    public static string? Absence { get; } = Directory.Exists(Folder) ? null : "shared/badinputs is not beside the repository";

    /// <summary>A tenth of them, always the same; all where <c>REPLYBOT_XSS_ALL</c> is set.</summary>
    public static string[] Read()
    {
        var lists = Directory.EnumerateFiles(Path.Combine(Folder, "payloads", "xss"), "*.txt").Order(StringComparer.Ordinal).SelectMany(File.ReadLines);
        var markup = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "dompurify", "expect.json"))).RootElement.EnumerateArray()
            .Select(pair => pair.GetProperty("payload").GetString()!);
        var payloads = lists.Concat(markup).Where(payload => !string.IsNullOrWhiteSpace(payload)).ToArray();
        new Random(Seed).Shuffle(payloads);
        return Environment.GetEnvironmentVariable(All) is { Length: > 0 } ? payloads : payloads[..(payloads.Length / Share)];
    }
}
