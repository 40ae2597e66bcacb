using System.Numerics.Tensors;
using ReplyBot.Intent.Features;
using ReplyBot.Intent.Storage;

namespace ReplyBot.Intent.Classification;

/// <summary>
/// The members that score intents together: a linear model, which knows every gram it has seen, and convolution networks, which
/// generalise over similar characters. Their calibrated log probabilities are added with equal weight.
/// </summary>
/// <param name="Linear">The linear model.</param>
/// <param name="LinearCalibration">Makes its scores comparable.</param>
/// <param name="Networks">Networks that differ only by their seeds.</param>
/// <param name="NetworkCalibration">Makes theirs comparable.</param>
internal sealed record Ensemble(
    LinearScorer Linear, Calibration LinearCalibration, ConvolutionScorer[] Networks, Calibration NetworkCalibration)
{
    public int Outputs => Linear.Outputs;

    /// <summary>How many filters the networks have together.</summary>
    public int Filters => Networks.Sum(network => network.Filters);

    /// <summary>Scores and tells what the networks' filters answered.</summary>
    /// <param name="message">The utterance.</param>
    /// <param name="scores">Receives one score per output.</param>
    /// <param name="filters">Receives the filters' strongest answers, network by network.</param>
    public void Score(MessageGrams message, Span<float> scores, Span<float> filters)
    {
        Span<float> member = stackalloc float[scores.Length];
        Span<float> networks = stackalloc float[scores.Length];
        networks.Clear();
        foreach (var network in Networks)
        {
            network.Score(message.Prepared, member, filters[..network.Filters]);
            filters = filters[network.Filters..];
            TensorPrimitives.MultiplyAdd(member, 1f / Networks.Length, networks, networks);
        }

        Linear.Score(message, scores);
        LinearCalibration.ToLogProbabilities(scores);
        NetworkCalibration.ToLogProbabilities(networks);
        TensorPrimitives.Add(scores, networks, scores);
    }

    public void Save(ModelWriter writer)
    {
        Linear.Save(writer);
        LinearCalibration.Save(writer);
        writer.Write(Networks.Length);
        foreach (var network in Networks)
            network.Save(writer);
        NetworkCalibration.Save(writer);
    }

    public static Ensemble Load(ModelReader reader)
    {
        var linear = LinearScorer.Load(reader);
        var linearCalibration = Calibration.Load(reader);
        var weights = new ConvolutionWeights[reader.ReadInt32()];
        for (var i = 0; i < weights.Length; i++)
            weights[i] = ConvolutionWeights.Load(reader);
        return new Ensemble(linear, linearCalibration, [.. weights.AsParallel().AsOrdered().Select(read => new ConvolutionScorer(read))], Calibration.Load(reader));
    }
}
