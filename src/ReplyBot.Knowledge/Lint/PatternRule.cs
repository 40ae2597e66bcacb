using System.Buffers;

namespace ReplyBot.Knowledge.Lint;

/// <summary>Finds what is wrong by how it is said rather than by one phrase.</summary>
internal sealed class PatternRule(IReadOnlyList<SpokenPattern> patterns) : ITextRule
{
    public void Check(CheckedText text)
    {
        // Neighbours share their hints, which are looked for once.
        SearchValues<string>? hints = null;
        var hinted = true;
        foreach (var spoken in patterns)
        {
            if (spoken.Hints != hints)
            {
                hints = spoken.Hints;
                hinted = hints is null || text.Text.AsSpan().ContainsAny(hints);
            }

            if (!hinted)
                continue;
            foreach (var match in spoken.Pattern.EnumerateMatches(text.Text))
            {
                if (!spoken.IsDenied(text.Text, match.Index, match.Index + match.Length))
                    text.Report(spoken.Code, Severity.Error, match.Index, match.Length, spoken.Zh, spoken.En, spoken.Fix);
            }
        }
    }
}
