using ReplyBot.Intent.Cues;
using ReplyBot.Text;

namespace ReplyBot.Intent.Threats;

/// <summary>
/// Finds threats. Extortion is a bad review together with a demand and a condition ("pay, or …"); none of the three alone is a
/// threat. A legal threat names an authority, a court or the press.
/// </summary>
internal sealed class ThreatReader
{
    private readonly PhraseMatcher<string> cues = new(
        CueTable.Rows("threats").SelectMany(row => row.Skip(1).Select(phrase => (phrase, row[0]))), PhraseMatching.Text);

    public IReadOnlyList<Threat> Read(NormalizedText text)
    {
        var found = cues.Find(text.Text).ToLookup(match => match.Value);
        if (found.Count == 0)
            return [];
        var threats = new List<Threat>();
        if (found.Contains("review") && found.Contains("demand") && found.Contains("condition"))
        {
            PhraseMatch<string>[] parts = [.. found["review"], .. found["demand"], .. found["condition"]];
            threats.Add(ToThreat(ThreatKind.ReviewExtortion, parts.Min(part => part.Start), parts.Max(part => part.Start + part.Length), text));
        }

        if (found.Contains("legal") && !found.Contains("legal-not"))
        {
            var longest = found["legal"].MaxBy(match => match.Length)!;
            threats.Add(ToThreat(ThreatKind.Legal, longest.Start, longest.Start + longest.Length, text));
        }

        return threats;
    }

    private static Threat ToThreat(ThreatKind kind, int start, int end, NormalizedText text)
    {
        var (from, length) = text.ToOriginal(start, end - start);
        return new Threat(kind, from, length);
    }
}
