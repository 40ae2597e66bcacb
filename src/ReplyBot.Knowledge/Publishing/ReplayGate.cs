using ReplyBot.Knowledge.Lint;
using ReplyBot.Knowledge.Scripts;
using ReplyBot.Knowledge.Search;

namespace ReplyBot.Knowledge.Publishing;

/// <summary>Asks the published and the staged base the same questions and compares the answers, before buyers do.</summary>
/// <param name="threshold">The score from which a script counts as an answer.</param>
public sealed class ReplayGate(double threshold)
{
    /// <summary>Compares.</summary>
    /// <param name="published">The base that answers now; null when none does.</param>
    /// <param name="staged">The base that would answer.</param>
    /// <param name="questions">The questions: stored conversations and golden questions.</param>
    /// <param name="at">The time to ask at.</param>
    /// <param name="progress">Told the share done, 0 to 1, now and then.</param>
    public ReplayReport Compare(
        ReplayBase? published, ReplayBase staged, IReadOnlyList<ReplayQuestion> questions, DateTimeOffset at, IProgress<double>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(staged);
        ArgumentNullException.ThrowIfNull(questions);
        var guard = new OutboundGuard(staged.Bundle.Content);
        var (lost, gained, changed, missed) = (new List<ReplayChange>(), new List<ReplayChange>(), new List<ReplayChange>(), new List<ReplayChange>());
        var forbidden = new SortedSet<string>(StringComparer.Ordinal);
        var (answeredBefore, answeredAfter) = (0, 0);
        for (var i = 0; i < questions.Count; i++)
        {
            var question = questions[i];
            var before = published is null ? null : Answer(published, question, at);
            var after = Answer(staged, question, at);
            answeredBefore += before is null ? 0 : 1;
            answeredAfter += after is null ? 0 : 1;
            var change = new ReplayChange(question.Text, before?.Id, after?.Id);
            if (before is not null && after is null)
                lost.Add(change);
            else if (before is null && after is not null)
                gained.Add(change);
            else if (before is not null && after is not null && (before.Id != after.Id || !before.Wordings.SequenceEqual(after.Wordings)))
                changed.Add(change);
            if (question.ExpectedScript is { } expected && after?.Id != expected)
                missed.Add(change with { Before = expected });
            if (question.ExpectedIntent is { } intent && after?.Intent != intent)
                missed.Add(change with { Before = intent + ".*" });
            if (after is not null && IsForbidden(guard, after, question.Channel))
                forbidden.Add(after.Id);
            if (i % 128 == 0)
                progress?.Report((double)i / questions.Count);
        }

        progress?.Report(1);
        var count = Math.Max(1, questions.Count);
        return new ReplayReport(
            questions.Count, (double)answeredBefore / count, (double)answeredAfter / count, lost, gained, changed, missed, [.. forbidden]);
    }

    private Script? Answer(ReplayBase from, ReplayQuestion question, DateTimeOffset at)
    {
        var hits = from.Index.Search(new ScriptQuery(question.Text, at)
        {
            Channel = question.Channel,
            IntentConfidences = question.IntentConfidences,
            Top = 1,
        });
        return hits.Count > 0 && hits[0].Score >= threshold ? hits[0].Script : null;
    }

    private static bool IsForbidden(OutboundGuard guard, Script script, string? channel) => script.Wordings.Any(wording =>
        guard.CheckTemplate(wording.Text, channel is null ? script.When.Channels : [channel]).Any(finding => finding.Severity == Severity.Error));
}
