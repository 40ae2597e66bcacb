using ReplyBot.Intent.Cues;
using ReplyBot.Text;

namespace ReplyBot.Intent.Buyers;

/// <summary>Recognises types of buyers by the words that show them.</summary>
internal sealed class BuyerTypeReader
{
    private readonly PhraseMatcher<BuyerType> cues = new(
        CueTable.Rows("buyers").SelectMany(row => row.Skip(1).Select(phrase => (phrase, Enum.Parse<BuyerType>(row[0])))),
        PhraseMatching.Text);

    public IReadOnlyList<BuyerTypeEvidence> Read(NormalizedText text)
    {
        var found = new SortedDictionary<BuyerType, PhraseMatch<BuyerType>>();
        foreach (var match in cues.Find(text.Text))
            if (!found.TryGetValue(match.Value, out var longest) || match.Length > longest.Length)
                found[match.Value] = match;
        if (found.Count == 0)
            return [];

        // Who insists, compares or offers customers is asking for a lower price too; the stronger word says more.
        if (found.ContainsKey(BuyerType.PriceInsisting) || found.ContainsKey(BuyerType.HaggleCompare) || found.ContainsKey(BuyerType.HaggleReferral))
            found.Remove(BuyerType.PriceTesting);
        return [.. found.Values.OrderBy(match => match.Start).Select(match =>
        {
            var (start, length) = text.ToOriginal(match.Start, match.Length);
            return new BuyerTypeEvidence(match.Value, start, length);
        })];
    }
}
