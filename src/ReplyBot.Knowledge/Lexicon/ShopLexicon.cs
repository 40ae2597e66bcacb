namespace ReplyBot.Knowledge.Lexicon;

/// <summary>The shop's own words.</summary>
/// <param name="Terms">Words that segmentation must keep whole.</param>
/// <param name="Synonyms">Groups of words that mean the same; the first of each is the one we say.</param>
/// <param name="Homophones">Slips of the input method and what was meant.</param>
public sealed record ShopLexicon(
    IReadOnlyList<string> Terms,
    IReadOnlyList<IReadOnlyList<string>> Synonyms,
    IReadOnlyDictionary<string, string> Homophones)
{
    /// <summary>A lexicon without words.</summary>
    public static ShopLexicon Empty { get; } = new([], [], new Dictionary<string, string>());
}
