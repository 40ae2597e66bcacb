namespace ReplyBot.Knowledge.Publishing;

/// <summary>What publishing a base would change for buyers.</summary>
/// <param name="Questions">How many questions were replayed.</param>
/// <param name="CoverageBefore">The share answered now.</param>
/// <param name="CoverageAfter">The share that would be answered.</param>
/// <param name="Lost">Answered now, and no longer then.</param>
/// <param name="Gained">Not answered now, but then.</param>
/// <param name="Changed">Answered by another script, or by other words of the same.</param>
/// <param name="GoldenMissed">Golden questions that the right script would not answer.</param>
/// <param name="Forbidden">Scripts whose default wording would break the rules on the channel of a question.</param>
public sealed record ReplayReport(
    int Questions,
    double CoverageBefore,
    double CoverageAfter,
    IReadOnlyList<ReplayChange> Lost,
    IReadOnlyList<ReplayChange> Gained,
    IReadOnlyList<ReplayChange> Changed,
    IReadOnlyList<ReplayChange> GoldenMissed,
    IReadOnlyList<string> Forbidden)
{
    /// <summary>Whether the base may be published: no golden question fails and nothing forbidden would be said.</summary>
    public bool Passes => GoldenMissed.Count == 0 && Forbidden.Count == 0;
}
