using System.Numerics.Tensors;
using ReplyBot.Intent.Classification;
using ReplyBot.Intent.Features;
using ReplyBot.Intent.Traits;

namespace ReplyBot.Intent.Training;

/// <summary>
/// Trains a model from labelled utterances. Steps: 1 prepare the texts, 2 train the members, each with polite copies of what it sees: once on everything for the model,
/// and once without each fold, so that every utterance is scored by members that have not seen it, 3 calibrate on those scores,
/// 4 measure on them, 5 train the models of traits, which use what the members have learned.
/// </summary>
public static class IntentTrainer
{
    private const string TalkPrefix = "chat.";
    private const double PreparationShare = 0.01;
    private const double LinearShare = 0.04;
    private const double TraitsShare = 0.05;

    /// <summary>Trains; the same set, options and machine give the same model to the byte.</summary>
    /// <exception cref="OperationCanceledException">Training was cancelled.</exception>
    public static IntentModel Train(TrainingSet set, TrainingOptions options, IProgress<TrainingProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(options);
        var schedule = new Schedule(options, progress, cancellation);

        // 1 prepare
        var data = Prepare(set);
        var outOfScope = set.Intents.ToList().IndexOf(IntentPrediction.OutOfScope);
        schedule.Finish(PreparationShare, "prepared");

        // 2 train the members
        var unseen = new CrossValidation(data, options.Folds);
        bool[] isTalk = [.. set.Intents.Select(intent => intent.StartsWith(TalkPrefix, StringComparison.Ordinal))];
        LabelledTexts[] parts = [PoliteForms.AddTo(data, isTalk, options.Seed),
            .. Enumerable.Range(0, options.Folds).Select(fold => PoliteForms.AddTo(unseen.TrainingPart(fold), isTalk, options.Seed + fold))];
        var (linear, scope) = TrainLinear(parts, unseen, outOfScope, options, schedule);
        var networks = TrainNetworks(parts, unseen, options, schedule);

        // 3 calibrate
        var linearCalibration = CalibrationTrainer.Train(unseen.Linear, data.Labels);
        var networkCalibration = CalibrationTrainer.Train(unseen.Network, data.Labels);
        var sums = unseen.Linear.Zip(unseen.Network, (one, other) => Sum(one, linearCalibration, other, networkCalibration)).ToArray();
        var calibration = CalibrationTrainer.Train(sums, data.Labels);
        foreach (var scores in sums)
            calibration.ToProbabilities(scores);
        var detector = scope is null ? null : FitScope(scope, sums, unseen, data, outOfScope);

        // 4 measure
        var metrics = new SortedDictionary<string, double>(StringComparer.Ordinal)
        {
            ["accuracy"] = Accuracy(sums, data.Labels),
            ["accuracy.linear"] = Accuracy(unseen.Linear, data.Labels),
            ["accuracy.network"] = Accuracy(unseen.Network, data.Labels),
            ["utterances"] = data.Prepared.Length,
        };
        schedule.Finish(PreparationShare, "calibrated");

        // 5 traits
        var info = new ModelInfo(set.Hash, set.Intents, set.Stages, metrics);
        var ensemble = new Ensemble(linear, linearCalibration, networks, networkCalibration);
        var withoutTraits = new IntentModel(info, ensemble, calibration, detector, TraitModels.None);
        var traits = TraitTrainer.Train(set, withoutTraits, schedule, metrics);
        schedule.Finish(1, "traits");
        return new IntentModel(info, ensemble, calibration, detector, traits);
    }

    private static LabelledTexts Prepare(TrainingSet set)
    {
        var numbers = set.Intents.Index().ToDictionary(intent => intent.Item, intent => intent.Index, StringComparer.Ordinal);
        return new LabelledTexts(
            [.. set.Utterances.Select(utterance => UtteranceText.Prepare(utterance.Text))],
            [.. set.Utterances.Select(utterance => numbers[utterance.Intent])],
            set.Intents.Count);
    }

    /// <summary>Trains on each part; the first part is everything, each other one leaves a fold out, which is scored then.</summary>
    private static (LinearScorer Linear, LinearScorer? Scope) TrainLinear(
        LabelledTexts[] parts, CrossValidation unseen, int outOfScope, TrainingOptions options, Schedule schedule)
    {
        LinearScorer[] linear = new LinearScorer[parts.Length];
        LinearScorer?[] scope = new LinearScorer?[parts.Length];
        for (var part = 0; part < parts.Length; part++)
        {
            linear[part] = LinearTrainer.Train(parts[part], schedule);
            scope[part] = outOfScope < 0 ? null : LinearTrainer.TrainAgainst(parts[part], outOfScope, options.Seed);
            if (part > 0)
            {
                unseen.ScoreFold(part - 1, linear[part], unseen.Linear);
                if (scope[part] is { } detector)
                    unseen.ScoreFold(part - 1, detector, unseen.Scope);
            }

            schedule.Finish(LinearShare, "linear models");
        }

        return (linear[0], scope[0]);
    }

    /// <summary>Networks take most of the time; each keeps one core busy and depends on nothing but its data and its seed.</summary>
    private static ConvolutionScorer[] TrainNetworks(LabelledTexts[] parts, CrossValidation unseen, TrainingOptions options, Schedule schedule)
    {
        var convolution = new ConvolutionOptions();
        var networks = new ConvolutionScorer[options.Networks];
        var share = (1 - 2 * PreparationShare - TraitsShare - LinearShare * parts.Length) / ((options.Folds + options.Networks) * convolution.Epochs);
        schedule.ForEach(options.Folds + options.Networks, job =>
        {
            var part = Math.Max(0, job - options.Networks + 1);
            var network = ConvolutionTrainer.Train(parts[part], convolution, options.Seed + job, () => schedule.Finish(share, "networks"));
            if (part == 0)
                networks[job] = network;
            else
                unseen.ScoreFold(part - 1, network, unseen.Network);
        });
        return networks;
    }

    private static float[] Sum(float[] linear, Calibration linearCalibration, float[] network, Calibration networkCalibration)
    {
        float[] one = [.. linear];
        float[] other = [.. network];
        linearCalibration.ToLogProbabilities(one);
        networkCalibration.ToLogProbabilities(other);
        TensorPrimitives.Add(one, other, one);
        return one;
    }

    private static ScopeDetector FitScope(LinearScorer scope, float[][] probabilities, CrossValidation unseen, LabelledTexts data, int outOfScope)
    {
        var signals = probabilities.Select((probability, place) =>
            ScopeDetector.SignalsOf(unseen.Scope[place][0], probability[outOfScope])).ToArray();
        var (bias, own, odds) = ScopeTrainer.Fit(signals, Array.ConvertAll(data.Labels, label => label != outOfScope));
        return new ScopeDetector(scope, bias, own, odds);
    }

    private static double Accuracy(float[][] scores, int[] labels) =>
        scores.Index().Average(item => TensorPrimitives.IndexOfMax<float>(item.Item) == labels[item.Index] ? 1.0 : 0);
}
