using ReplyBot.Text;

namespace ReplyBot.Intent.Slots;

/// <summary>
/// Finds the facts in a message. Steps: 1 what the catalogue names, 2 patterns from the surest to the weakest, each only where
/// nothing surer was found, 3 order and map to the original text.
/// </summary>
internal sealed class SlotReader
{
    private static readonly SlotPattern[] Patterns =
        [.. NumberPatterns.All, .. PlacePatterns.All, .. BodyPatterns.All, .. TimePatterns.All, .. MoneyPatterns.All];

    private readonly PhraseMatcher<(SlotKind Kind, string Value)>? catalogue;

    public SlotReader(ProductNames names)
    {
        var terms = CatalogueTerms.Of(names).ToList();
        if (terms.Count > 0)
            catalogue = new PhraseMatcher<(SlotKind Kind, string Value)>(terms, PhraseMatching.Text);
    }

    public IReadOnlyList<Slot> Read(NormalizedText text)
    {
        var found = new List<Slot>();

        // 1 the catalogue, the longest terms first; a colour that goes on (黑色 of 黑) is the pattern's business
        if (catalogue is not null)
            foreach (var match in catalogue.Find(text.Text).OrderByDescending(match => match.Length))
                if (match.Value.Kind != SlotKind.Color || !GoesOnAsColor(text.Text, match.Start + match.Length))
                    Add(found, match.Value.Kind, match.Start, match.Length, match.Value.Value);

        // 2 patterns
        foreach (var pattern in Patterns)
            if (pattern.Needs is not { } needs || text.Text.AsSpan().ContainsAny(needs))
                AddMatches(found, pattern, text.Text);

        // 3 order and map
        if (found.Count == 0)
            return [];
        found.Sort((one, other) => one.Start.CompareTo(other.Start));
        return [.. found.Select(slot => ToOriginal(slot, text))];
    }

    private static bool GoesOnAsColor(string text, int end) => end < text.Length && text[end] == '色';

    private static void AddMatches(List<Slot> found, SlotPattern pattern, string text)
    {
        for (var match = pattern.Expression.Match(text); match.Success; match = match.NextMatch())
        {
            var span = match.Groups[SlotPattern.Span];
            if (pattern.ValueOf(match) is { } value)
                Add(found, pattern.Kind, span.Index, span.Length, value);
        }
    }

    private static void Add(List<Slot> found, SlotKind kind, int start, int length, string value)
    {
        foreach (var surer in found)
            if (start < surer.Start + surer.Length && surer.Start < start + length)
                return;
        found.Add(new Slot(kind, start, length, value));
    }

    private static Slot ToOriginal(Slot slot, NormalizedText text)
    {
        var (start, length) = text.ToOriginal(slot.Start, slot.Length);
        return slot with { Start = start, Length = length };
    }
}
