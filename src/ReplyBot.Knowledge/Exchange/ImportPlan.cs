using ReplyBot.Knowledge.Lint;
using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Knowledge.Exchange;

/// <summary>What an import would do. Nothing was written yet.</summary>
/// <param name="Added">Scripts that are new.</param>
/// <param name="Changed">Scripts that are there already and say something else now.</param>
/// <param name="Unchanged">The ids of scripts that are there already as they are.</param>
/// <param name="Problems">What is wrong, row by row.</param>
/// <param name="Files">The files to write, by path below the knowledge base; empty when there are errors.</param>
public sealed record ImportPlan(
    IReadOnlyList<Script> Added,
    IReadOnlyList<Script> Changed,
    IReadOnlyList<string> Unchanged,
    IReadOnlyList<RowProblem> Problems,
    IReadOnlyDictionary<string, string> Files)
{
    /// <summary>Whether everything may come in. It is all or nothing.</summary>
    public bool IsClean => Problems.All(problem => problem.Severity != Severity.Error);
}
