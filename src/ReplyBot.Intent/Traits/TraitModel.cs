using System.Numerics.Tensors;
using ReplyBot.Intent.Classification;
using ReplyBot.Intent.Features;
using ReplyBot.Intent.Storage;

namespace ReplyBot.Intent.Traits;

/// <summary>Recognises one trait of a message: a linear model over its grams and its <see cref="TraitSignals"/>, calibrated.</summary>
internal sealed class TraitModel
{
    private readonly LinearScorer grams;
    private readonly float[] signalWeights;
    private readonly Calibration calibration;

    /// <summary>The same weights label by label, so that a label's score is one product of two long rows.</summary>
    private readonly float[] weightsByLabel;

    /// <param name="labels">What it tells apart, sorted.</param>
    /// <param name="grams">The grams' part, with the biases.</param>
    /// <param name="signalWeights">Rows of one weight per label, in the order of the signals' values.</param>
    /// <param name="calibration">Makes probabilities of the scores.</param>
    public TraitModel(IReadOnlyList<string> labels, LinearScorer grams, Half[] signalWeights, Calibration calibration)
    {
        Labels = labels;
        this.grams = grams;
        this.signalWeights = new float[signalWeights.Length];
        TensorPrimitives.ConvertToSingle(signalWeights, this.signalWeights);
        this.calibration = calibration;
        var signals = this.signalWeights.Length / labels.Count;
        weightsByLabel = new float[this.signalWeights.Length];
        for (var i = 0; i < weightsByLabel.Length; i++)
            weightsByLabel[(i % labels.Count * signals) + (i / labels.Count)] = this.signalWeights[i];
    }

    /// <summary>What it tells apart, sorted.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>The grams that it knows.</summary>
    public GramVocabulary Vocabulary => grams.Vocabulary;

    /// <summary>The same model with other probabilities.</summary>
    public TraitModel With(Calibration fitted) => new(Labels, grams, Halves(signalWeights), fitted);

    /// <summary>Scores every label; only differences between scores mean something.</summary>
    public void Score(TraitSignals signals, Span<float> scores)
    {
        grams.Score(signals.Grams, scores);
        for (var label = 0; label < scores.Length; label++)
            scores[label] += TensorPrimitives.Dot<float>(weightsByLabel.AsSpan(label * signals.Values.Length, signals.Values.Length), signals.Values);
    }

    /// <summary>The probability of every label.</summary>
    public float[] Probabilities(TraitSignals signals)
    {
        var scores = new float[Labels.Count];
        Score(signals, scores);
        calibration.ToProbabilities(scores);
        return scores;
    }

    /// <summary>How much each character of the prepared text speaks for a label rather than for the average of all.</summary>
    public float[] Contributions(TraitSignals signals, int label)
    {
        var shares = new float[signals.Message.Text.Length];
        grams.AddContributions(signals.Message.Text, label, shares);

        // A phrase's weight is spread over its characters.
        foreach (var cue in signals.Cues)
        {
            var at = signals.CuesAt + cue.Value;
            var row = signalWeights.AsSpan(at * Labels.Count, Labels.Count);
            var share = (row[label] - TensorPrimitives.Average<float>(row)) * signals.Values[at] / cue.Length;
            for (var i = 0; i < shares.Length; i++)
                if (signals.Message.Offsets[i] >= cue.Start && signals.Message.Offsets[i] < cue.Start + cue.Length)
                    shares[i] += share;
        }

        return shares;
    }

    public void Save(ModelWriter writer)
    {
        writer.Write(Labels.Count);
        foreach (var label in Labels)
            writer.Write(label);
        grams.Save(writer);
        writer.WriteArray<Half>(Halves(signalWeights));
        calibration.Save(writer);
    }

    public static TraitModel Load(ModelReader reader)
    {
        var labels = new string[reader.ReadInt32()];
        for (var i = 0; i < labels.Length; i++)
            labels[i] = reader.ReadString();
        return new TraitModel(labels, LinearScorer.Load(reader), reader.ReadArray<Half>(), Calibration.Load(reader));
    }

    private static Half[] Halves(float[] values)
    {
        var halves = new Half[values.Length];
        TensorPrimitives.ConvertToHalf(values, halves);
        return halves;
    }
}
