using System.Globalization;
using ReplyBot.Knowledge;
using ReplyBot.Knowledge.Shop;

namespace ReplyBot.Conversations.Shop;

/// <summary>Reads a product's slots from the catalogue; what the catalogue does not say is not known.</summary>
public static class ProductFacts
{
    private static readonly Dictionary<string, string> NamedFacts = new(StringComparer.Ordinal)
    {
        ["material"] = "材质",
        ["care"] = "洗涤",
        ["packing_list"] = "清单",
        ["shelf_life"] = "保质期",
        ["warranty"] = "保修",
        ["usage"] = "用法",
        ["origin"] = "产地",
    };

    /// <summary>The value of <c>{{product.field}}</c>, or null.</summary>
    public static string? Lookup(KnowledgeBase knowledge, Product product, string field, string asked, BodyMeasures body) => field switch
    {
        "name" => product.Name,
        "price" => product.Price is { } price ? price.ToString("0.##", CultureInfo.InvariantCulture) : null,
        "stock" => product.Stock is { } stock and > 0 ? stock.ToString(CultureInfo.InvariantCulture) : null,
        "colors" => product.Colors.Count > 0 ? string.Join('、', product.Colors) : null,
        "sizes" => product.Sizes.Count > 0 ? string.Join('、', product.Sizes) : null,
        "link" => product.Link,
        "restock" => product.Restock,
        "fact" => AskedFact(knowledge, product, asked),
        "size_advice" => SizeAdvice.For(knowledge, product, body),
        "alternative" => Alternative(knowledge, product),
        _ => NamedFacts.TryGetValue(field, out var name) ? product.Facts.GetValueOrDefault(name) : null,
    };

    /// <summary>The attribute that the buyer asked about, found by its name or a synonym in the question.</summary>
    private static string? AskedFact(KnowledgeBase knowledge, Product product, string asked)
    {
        foreach (var (name, value) in product.Facts)
            if (Names(knowledge, name).Any(word => asked.Contains(word, StringComparison.OrdinalIgnoreCase)))
                return $"{name}：{value}";
        return null;
    }

    private static IEnumerable<string> Names(KnowledgeBase knowledge, string attribute) =>
        knowledge.Lexicon.Synonyms.Where(group => group.Contains(attribute, StringComparer.Ordinal)).SelectMany(group => group).Prepend(attribute);

    private static string? Alternative(KnowledgeBase knowledge, Product product)
    {
        if (product.Alternative is not { } id || knowledge.FindProduct(id) is not { Stock: > 0 } other)
            return null;
        var shared = product.Facts.Where(fact => other.Facts.GetValueOrDefault(fact.Key) == fact.Value).Select(fact => fact.Key).Take(2).ToArray();
        return shared.Length > 0 ? $"{other.Name}（{string.Join('、', shared)}一样，现货）" : $"{other.Name}（同类现货）";
    }
}
