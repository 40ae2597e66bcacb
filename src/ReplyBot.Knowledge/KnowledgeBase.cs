using ReplyBot.Knowledge.Lexicon;
using ReplyBot.Knowledge.Platforms;
using ReplyBot.Knowledge.Policies;
using ReplyBot.Knowledge.Publishing;
using ReplyBot.Knowledge.Ranking;
using ReplyBot.Knowledge.Scripts;
using ReplyBot.Knowledge.Shop;
using ReplyBot.Knowledge.Taxonomy;

namespace ReplyBot.Knowledge;

/// <summary>Everything that the files of a knowledge base say, checked and immutable.</summary>
public sealed record KnowledgeBase
{
    /// <summary>The scripts, ordered by id.</summary>
    public IReadOnlyList<Script> Scripts { get; init; } = [];

    /// <summary>The intents, in the order of the taxonomy.</summary>
    public IReadOnlyList<IntentDefinition> Taxonomy { get; init; } = [];

    /// <summary>The platforms, ordered by id.</summary>
    public IReadOnlyList<Platform> Platforms { get; init; } = [];

    /// <summary>What advertising law forbids on every channel.</summary>
    public AdvertisingLaw Advertising { get; init; } = AdvertisingLaw.Empty;

    /// <summary>What may be promised.</summary>
    public ShopPolicy Policy { get; init; } = ShopPolicy.Empty;

    /// <summary>What is true of the shop.</summary>
    public ShopFacts Shop { get; init; } = ShopFacts.Empty;

    /// <summary>The catalogue.</summary>
    public IReadOnlyList<Product> Products { get; init; } = [];

    /// <summary>The size tables.</summary>
    public IReadOnlyList<SizeTable> SizeTables { get; init; } = [];

    /// <summary>The sample shop's orders; never part of a published bundle.</summary>
    public IReadOnlyList<SampleOrder> Orders { get; init; } = [];

    /// <summary>The shop's own words.</summary>
    public ShopLexicon Lexicon { get; init; } = ShopLexicon.Empty;

    /// <summary>The questions whose answers are settled, in the order of the files.</summary>
    public IReadOnlyList<GoldenQuestion> Golden { get; init; } = [];

    /// <summary>How scripts are ranked, as learned from this base; null to rank by the weights set by hand.</summary>
    public RankingWeights? Ranking { get; init; }

    /// <summary>SHA-256 over the paths and bytes of all files read, in hexadecimal; empty when not read from files.</summary>
    public string ContentHash { get; init; } = "";

    /// <summary>The script with the given id, or null.</summary>
    public Script? FindScript(string id) => Scripts.FirstOrDefault(script => string.Equals(script.Id, id, StringComparison.Ordinal));

    /// <summary>The product with the given id, or null.</summary>
    public Product? FindProduct(string id) => Products.FirstOrDefault(product => string.Equals(product.Id, id, StringComparison.Ordinal));
}
