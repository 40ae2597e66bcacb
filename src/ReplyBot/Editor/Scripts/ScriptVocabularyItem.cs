using ReplyBot.Knowledge;
using ReplyBot.Knowledge.Rendering;
using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Editor.Scripts;

/// <summary>What the form offers for choice.</summary>
internal sealed record ScriptVocabularyItem(
    IReadOnlyList<IntentChoice> Intents,
    IReadOnlyList<string> Stages,
    IReadOnlyList<NamedChoice> Channels,
    IReadOnlyList<NamedChoice> Products,
    IReadOnlyList<string> Categories,
    IReadOnlyList<string> Buyers,
    IReadOnlyList<string> Emotions,
    IReadOnlyList<string> Hours,
    IReadOnlyList<string> Slots)
{
    public static ScriptVocabularyItem Of(KnowledgeBase knowledge) => new(
        [.. knowledge.Taxonomy.Select(intent => new IntentChoice(intent.Id, intent.NameZh, intent.NameEn, ScriptVocabulary.Name(intent.Stage)))],
        ScriptVocabulary.Stages,
        [.. ScriptVocabulary.Channels.Select(channel => new NamedChoice(channel, knowledge.Platforms.FirstOrDefault(platform => platform.Id == channel)?.Names is [var name, ..] ? name : channel))],
        [.. knowledge.Products.Select(product => new NamedChoice(product.Id, product.Name))],
        [.. knowledge.Products.Select(product => product.Category).Distinct().Order(StringComparer.Ordinal)],
        ScriptVocabulary.Buyers,
        ScriptVocabulary.Emotions,
        ScriptVocabulary.Hours,
        [.. SlotReference.All]);
}

/// <summary>Something to choose, with its name.</summary>
internal sealed record NamedChoice(string Id, string Name);

/// <summary>An intent to choose.</summary>
internal sealed record IntentChoice(string Id, string NameZh, string NameEn, string Stage);
