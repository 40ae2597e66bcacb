namespace ReplyBot.Knowledge.Lint;

/// <summary>Finds what is wrong by how it is said rather than by one phrase.</summary>
internal sealed class PatternRule(IReadOnlyList<SpokenPattern> patterns) : ITextRule
{
    private readonly PatternSieve _sieve = new(patterns.Select(spoken => spoken.Pattern));

    public void Check(CheckedText text)
    {
        foreach (var i in _sieve.Likely(text.Text))
        {
            var spoken = patterns[i];
            if (spoken.Hints is { } hints && !text.Text.AsSpan().ContainsAny(hints))
                continue;
            foreach (var match in _sieve[i].EnumerateMatches(text.Text))
            {
                if (!spoken.IsDenied(text.Text, match.Index, match.Index + match.Length))
                    text.Report(spoken.Code, Severity.Error, match.Index, match.Length, spoken.Zh, spoken.En, spoken.Fix);
            }
        }
    }
}
