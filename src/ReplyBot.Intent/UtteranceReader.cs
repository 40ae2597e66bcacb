using ReplyBot.Intent.Classification;
using ReplyBot.Intent.Emotions;

namespace ReplyBot.Intent;

/// <summary>Reads messages by a classifier and by the shop's own names.</summary>
/// <param name="classifier">Recognises intents.</param>
/// <param name="products">The shop's products.</param>
public sealed class UtteranceReader(IIntentClassifier classifier, ProductNames products) : IUtteranceReader
{
    /// <summary>The products that are recognised.</summary>
    public ProductNames Products { get; } = products;

    /// <inheritdoc/>
    public Understanding Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var intent = classifier.Classify(text);
        return new Understanding(text, intent, [new Request(0, text.Length, intent)], Emotion.Neutral, [], [], []);
    }
}
