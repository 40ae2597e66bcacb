using ReplyBot.Intent.Buyers;
using ReplyBot.Intent.Classification;
using ReplyBot.Intent.Emotions;
using ReplyBot.Intent.Features;
using ReplyBot.Intent.Journeys;
using ReplyBot.Intent.Requests;
using ReplyBot.Intent.Slots;
using ReplyBot.Intent.Threats;
using ReplyBot.Text;

namespace ReplyBot.Intent;

/// <summary>Reads messages by the trained model, by patterns and by the shop's own names.</summary>
public sealed class UtteranceReader : IUtteranceReader
{
    /// <summary>A message longer than this is read up to here; nobody types more, and a pasted page must not hold up others.</summary>
    private const int LongestRead = 2000;

    private readonly IntentModel model;
    private readonly RequestReader requests;
    private readonly EmotionReader emotions;
    private readonly SlotReader slots;
    private readonly BuyerTypeReader buyers;
    private readonly ThreatReader threats;
    private readonly StageReader stages;

    /// <summary>A reader that never changes and may be used by any number of threads.</summary>
    /// <param name="model">Recognises intents and traits.</param>
    /// <param name="products">The shop's products.</param>
    public UtteranceReader(IntentModel model, ProductNames products)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(products);
        this.model = model;
        requests = new RequestReader(model);
        emotions = new EmotionReader(model.Traits.Emotion, model.Traits.Strength);
        slots = new SlotReader(products);
        buyers = new BuyerTypeReader(model.Traits.BuyerType);
        threats = new ThreatReader(model.Traits.Threat);
        stages = new StageReader(model.Info.Stages);
    }

    /// <inheritdoc/>
    public Understanding Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var read = text.Length <= LongestRead ? text : text[..LongestRead];
        var normalized = TextNormalizer.Default.NormalizeWithOffsets(read);
        var (intent, signals) = model.Read(UtteranceText.Prepare(normalized));
        var asked = requests.Read(read, intent);
        return new Understanding(
            text,
            intent,
            asked.Requests,
            emotions.Read(signals),
            slots.Read(normalized),
            buyers.Read(signals),
            threats.Read(signals))
        {
            Questions = asked.Questions,
            Stage = stages.Read(normalized.Text, intent),
        };
    }
}
