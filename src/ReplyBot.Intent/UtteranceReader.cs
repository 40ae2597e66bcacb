using ReplyBot.Intent.Buyers;
using ReplyBot.Intent.Classification;
using ReplyBot.Intent.Emotions;
using ReplyBot.Intent.Requests;
using ReplyBot.Intent.Slots;
using ReplyBot.Intent.Threats;
using ReplyBot.Text;

namespace ReplyBot.Intent;

/// <summary>Reads messages by a classifier, by tables of tell-tale words and by the shop's own names.</summary>
public sealed class UtteranceReader : IUtteranceReader
{
    /// <summary>A message longer than this is read up to here; nobody types more, and a pasted page must not hold up others.</summary>
    private const int LongestRead = 2000;

    private static readonly EmotionReader Emotions = new();
    private static readonly BuyerTypeReader Buyers = new();
    private static readonly ThreatReader Threats = new();

    private readonly IIntentClassifier classifier;
    private readonly RequestReader requests;
    private readonly SlotReader slots;

    /// <summary>A reader that never changes and may be used by any number of threads.</summary>
    /// <param name="classifier">Recognises intents.</param>
    /// <param name="products">The shop's products.</param>
    public UtteranceReader(IIntentClassifier classifier, ProductNames products)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        ArgumentNullException.ThrowIfNull(products);
        this.classifier = classifier;
        requests = new RequestReader(classifier);
        slots = new SlotReader(products);
    }

    /// <inheritdoc/>
    public Understanding Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var read = text.Length <= LongestRead ? text : text[..LongestRead];
        var normalized = TextNormalizer.Default.NormalizeWithOffsets(read);
        var intent = classifier.Classify(read);
        var asked = requests.Read(read, intent);
        return new Understanding(
            text,
            intent,
            asked.Requests,
            Emotions.Read(normalized.Text),
            slots.Read(normalized),
            Buyers.Read(normalized),
            Threats.Read(normalized))
        {
            Questions = asked.Questions,
        };
    }
}
