using System.Globalization;
using System.Numerics.Tensors;
using ReplyBot.Intent.Traits;

namespace ReplyBot.Intent.Emotions;

/// <summary>Recognises a buyer's emotion, and how strong it is by trained models and by marks.</summary>
/// <param name="emotions">Tells emotions apart; null where it was never trained, then every message is neutral.</param>
/// <param name="strengths">Tells 1 (mild), 2 (plain) and 3 (strong) apart; null where no line said so, then all are plain.</param>
internal sealed class EmotionReader(TraitModel? emotions, TraitModel? strengths)
{
    private const double MarkStep = 0.1;
    private const int MostMarks = 3;
    private const double PlainStrength = 2;
    private const double StrongestStrength = 3;

    private readonly EmotionLabel[] labels = [.. emotions?.Labels.Select(Enum.Parse<EmotionLabel>) ?? []];
    private readonly double[] levels = [.. strengths?.Labels.Select(level => double.Parse(level, CultureInfo.InvariantCulture)) ?? []];

    public Emotion Read(TraitSignals signals)
    {
        if (emotions is null)
            return Emotion.Neutral;
        var label = labels[TensorPrimitives.IndexOfMax<float>(emotions.Probabilities(signals))];
        return label == EmotionLabel.Neutral
            ? Emotion.Neutral
            : new Emotion(label, Math.Min(1, LevelOf(signals) / StrongestStrength + MarkStep * MarksIn(signals.Message.Source.Text)));
    }

    /// <summary>The expected level.</summary>
    private double LevelOf(TraitSignals signals) => strengths is null
        ? PlainStrength
        : strengths.Probabilities(signals).Index().Sum(level => level.Item * levels[level.Index]);

    private static int MarksIn(string text)
    {
        var marks = 0;
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '!' || (text[i] == '?' && i > 0 && text[i - 1] == '?'))
                marks++;
        return Math.Min(marks, MostMarks);
    }
}
