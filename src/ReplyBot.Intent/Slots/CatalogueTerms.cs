using ReplyBot.Text;

namespace ReplyBot.Intent.Slots;

/// <summary>The words of the shop's own catalogue that a message may name: products, kinds of products, colours, sizes.</summary>
internal static class CatalogueTerms
{
    private const int ShortestKind = 2;

    /// <summary>Each term with what it is: a product's id, or the colour or size itself.</summary>
    public static IEnumerable<(string Term, (SlotKind Kind, string Value) Meaning)> Of(ProductNames names)
    {
        foreach (var (id, all) in names.NamesById)
            foreach (var name in all)
                yield return (name, (SlotKind.Product, id));
        foreach (var (kind, id) in KindsOf(names))
            yield return (kind, (SlotKind.Product, id));
        foreach (var color in names.Colors.Where(color => color.Length > 1))
            yield return (color, (SlotKind.Color, color));

        // Bare numbers and letters need words beside them to be sizes; patterns look for those.
        foreach (var size in names.Sizes.Where(size => !size.All(char.IsAsciiLetterOrDigit)))
            yield return (size, (SlotKind.Size, size));
    }

    /// <summary>
    /// The kind that a name ends in (卫衣 of 加绒连帽卫衣), where only one product is of that kind: who asks for it can mean no other.
    /// </summary>
    private static IEnumerable<(string Kind, string Id)> KindsOf(ProductNames names)
    {
        var known = names.NamesById.Values.SelectMany(all => all).Select(TextNormalizer.Default.Normalize).ToHashSet(StringComparer.Ordinal);
        return names.NamesById
            .SelectMany(product => product.Value.Select(name => (Kind: LastWord(TextNormalizer.Default.Normalize(name)), product.Key)).Distinct())
            .GroupBy(kind => kind.Kind, StringComparer.Ordinal)
            .Where(kind => kind.Key.Length >= ShortestKind && !known.Contains(kind.Key) && kind.Count() == 1)
            .Select(kind => (kind.Key, kind.Single().Key));
    }

    private static string LastWord(string name) => Segmenter.Default.Segment(name) is [.., var last] ? name.Substring(last.Start, last.Length) : "";
}
