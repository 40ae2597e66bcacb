using ReplyBot.Conversations.Replies;
using ReplyBot.Knowledge;
using ReplyBot.Knowledge.Lint;

namespace ReplyBot.Serving;

/// <summary>The files of a knowledge base, read and linted.</summary>
/// <param name="Base">The base, or null when it cannot be read.</param>
/// <param name="Findings">What reading and lint found.</param>
public sealed record CheckedFiles(KnowledgeBase? Base, IReadOnlyList<Finding> Findings)
{
    private const int Shown = 5;

    /// <summary>Whether something keeps the base from being published.</summary>
    public bool HasErrors => Findings.Any(finding => finding.Severity == Severity.Error);

    /// <summary>The first errors, a line each.</summary>
    public string FirstErrors() =>
        string.Join('\n', Findings.Where(finding => finding.Severity == Severity.Error).Take(Shown)
            .Select(finding => $"{finding.File}:{finding.Line}:{finding.Column} {finding.Code} {finding.MessageZh} / {finding.MessageEn}"));
}

/// <summary>Reads and lints the files that editors edit.</summary>
public static class KnowledgeFiles
{
    /// <summary>The shop's calendar: all of China keeps one time.</summary>
    private static readonly TimeSpan ShopOffset = TimeSpan.FromHours(8);

    /// <summary>Reads and lints a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="clock">Tells what has expired; the system's where nothing is said.</param>
    public static CheckedFiles Check(string folder, TimeProvider? clock = null)
    {
        var today = DateOnly.FromDateTime((clock ?? TimeProvider.System).GetUtcNow().ToOffset(ShopOffset).DateTime);
        var reading = KnowledgeBaseReader.Read(folder);
        if (reading.Base is not { } knowledge)
            return new CheckedFiles(null, reading.Findings);
        return new CheckedFiles(knowledge, [.. reading.Findings, .. ScriptLinter.Lint(knowledge, today), .. MissingNotices(knowledge)]);
    }

    private static IEnumerable<Finding> MissingNotices(KnowledgeBase knowledge) =>
        NoticeScripts.All.Where(id => knowledge.FindScript(id) is null).Select(id => new Finding(
            "KB900", Severity.Error, "scripts/any", 1, 1,
            $"缺少机器人需要的话术 {id}", $"the script {id}, which the bot needs, is missing", null));
}
