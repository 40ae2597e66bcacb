using System.Numerics.Tensors;
using ReplyBot.Intent.Features;
using ReplyBot.Intent.Journeys;
using ReplyBot.Intent.Storage;
using ReplyBot.Intent.Traits;

namespace ReplyBot.Intent.Classification;

/// <summary>
/// A trained classifier with the models of traits that were trained beside it. Steps of a prediction: 1 normalise, 2 score by every
/// member of the ensemble, 3 calibrate, 4 weigh whether it is for a shop at all, 5 rank.
/// Immutable; any number of threads may use it.
/// </summary>
public sealed class IntentModel : IIntentClassifier
{
    private const int RankedIntents = 5;
    private const int NoStage = -1;

    private readonly string[] intents;
    private readonly Ensemble ensemble;
    private readonly Calibration calibration;
    private readonly ScopeDetector? scope;
    private readonly GramIndex grams;
    private readonly int outOfScope;

    /// <param name="info">What the model was made from.</param>
    /// <param name="ensemble">Scores intents.</param>
    /// <param name="calibration">Makes probabilities of the scores.</param>
    /// <param name="scope">Tells what is not for a shop; null where <c>out_of_scope</c> is not among the intents.</param>
    /// <param name="traits">The models of what else a message shows.</param>
    internal IntentModel(ModelInfo info, Ensemble ensemble, Calibration calibration, ScopeDetector? scope, TraitModels traits)
    {
        Info = info;
        intents = [.. info.Intents];
        outOfScope = Array.IndexOf(intents, IntentPrediction.OutOfScope);
        this.ensemble = ensemble;
        this.calibration = calibration;
        this.scope = scope;
        Traits = traits;
        grams = new GramIndex([ensemble.Linear.Vocabulary, .. scope is null ? [] : (ReadOnlySpan<GramVocabulary>)[scope.Linear.Vocabulary], .. traits.Vocabularies]);
    }

    /// <summary>What the model was made from.</summary>
    public ModelInfo Info { get; }

    /// <summary>The models of what else a message shows.</summary>
    internal TraitModels Traits { get; }

    /// <inheritdoc/>
    public IntentPrediction Classify(string utterance)
    {
        ArgumentNullException.ThrowIfNull(utterance);

        // 1 normalise
        var message = grams.Find(UtteranceText.Prepare(utterance));

        // 2 score, 3 calibrate
        Span<float> scores = stackalloc float[intents.Length];
        ensemble.Score(message, scores, stackalloc float[ensemble.Filters]);
        calibration.ToProbabilities(scores);
        return Rank(message, scores);
    }

    /// <summary>Classifies a message and gives the signals that its traits are read from.</summary>
    internal (IntentPrediction Intent, TraitSignals Signals) Read(PreparedMessage message)
    {
        Span<float> scores = stackalloc float[intents.Length];
        Span<float> filters = stackalloc float[ensemble.Filters];
        var found = grams.Find(message.Text);
        ensemble.Score(found, scores, filters);
        calibration.ToProbabilities(scores);
        var signals = TraitSignals.Of(message, found, filters, scores);
        return (Rank(found, scores), signals);
    }

    private IntentPrediction Rank(MessageGrams message, Span<float> scores)
    {
        // 4 in scope or not
        var inScope = 1.0;
        if (scope is not null)
        {
            inScope = scope.Probability(message, scores[outOfScope]);
            var share = (float)(inScope / Math.Max(1e-6, 1 - scores[outOfScope]));
            TensorPrimitives.Multiply(scores, share, scores);
            scores[outOfScope] = (float)(1 - inScope);
        }

        // 5 rank
        var ranked = new ScoredIntent[Math.Min(RankedIntents, intents.Length)];
        for (var place = 0; place < ranked.Length; place++)
        {
            var best = TensorPrimitives.IndexOfMax<float>(scores);
            ranked[place] = new ScoredIntent(intents[best], scores[best]);
            scores[best] = float.NegativeInfinity;
        }

        return new IntentPrediction(ranked, inScope);
    }

    /// <summary>Writes the model; the same model gives the same bytes.</summary>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var writer = new ModelWriter();
        writer.Write(Info.DataHash);
        writer.Write(intents.Length);
        foreach (var intent in intents)
        {
            writer.Write(intent);
            writer.Write(Info.Stages.TryGetValue(intent, out var stage) ? (int)stage : NoStage);
        }

        writer.Write(Info.Metrics.Count);
        foreach (var (name, value) in Info.Metrics.OrderBy(metric => metric.Key, StringComparer.Ordinal))
        {
            writer.Write(name);
            writer.Write(value);
        }

        ensemble.Save(writer);
        calibration.Save(writer);
        scope?.Save(writer);
        Traits.Save(writer);
        ModelFile.Write(stream, writer);
    }

    /// <summary>Reads a model file; a file that is missing, damaged or of another format is an outcome, not an exception.</summary>
    public static IntentModelReading Read(string path)
    {
        try
        {
            var (content, problem) = ModelFile.Open(File.ReadAllBytes(path));
            return content is null ? new IntentModelReading(null, $"{path} {problem}") : new IntentModelReading(Load(content), null);
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException or OverflowException)
        {
            return new IntentModelReading(null, $"{path} cannot be read: {failure.Message}");
        }
    }

    private static IntentModel Load(ModelReader reader)
    {
        var hash = reader.ReadString();
        var intents = new string[reader.ReadInt32()];
        var stages = new Dictionary<string, JourneyStage>(StringComparer.Ordinal);
        for (var i = 0; i < intents.Length; i++)
        {
            intents[i] = reader.ReadString();
            if (reader.ReadInt32() is not NoStage and var stage)
                stages.Add(intents[i], (JourneyStage)stage);
        }

        var metrics = new SortedDictionary<string, double>(StringComparer.Ordinal);
        for (var left = reader.ReadInt32(); left > 0; left--)
            metrics.Add(reader.ReadString(), reader.ReadDouble());
        return new IntentModel(
            new ModelInfo(hash, intents, stages, metrics),
            Ensemble.Load(reader),
            Calibration.Load(reader),
            intents.Contains(IntentPrediction.OutOfScope) ? ScopeDetector.Load(reader) : null,
            TraitModels.Load(reader));
    }
}
