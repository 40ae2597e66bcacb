using ReplyBot.Knowledge.Lint;

namespace ReplyBot.Knowledge;

/// <summary>What reading a knowledge base came to.</summary>
/// <param name="Base">
/// What could be read; entries with errors are left out. Null when there is no such folder or nothing in it can be read.
/// </param>
/// <param name="Findings">Everything that is wrong in the files, in the order of files and lines.</param>
public sealed record KnowledgeBaseReading(KnowledgeBase? Base, IReadOnlyList<Finding> Findings)
{
    /// <summary>Whether any finding is an error.</summary>
    public bool HasErrors => Findings.Any(finding => finding.Severity == Severity.Error);
}
