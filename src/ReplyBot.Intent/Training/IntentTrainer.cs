using ReplyBot.Intent.Classification;
using ReplyBot.Intent.Features;

namespace ReplyBot.Intent.Training;

/// <summary>
/// Trains a model from labelled utterances. Steps: 1 prepare the texts, 2 score every utterance by members that have not seen
/// it (cross-validation), 3 calibrate on those scores, 4 measure, 5 train the members on everything.
/// </summary>
public static class IntentTrainer
{
    /// <summary>Trains; the same set, options and machine give the same model to the byte.</summary>
    /// <exception cref="OperationCanceledException">Training was cancelled.</exception>
    public static IntentModel Train(TrainingSet set, TrainingOptions options, IProgress<TrainingProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(options);
        var schedule = new Schedule(options, progress, cancellation);

        // 1 prepare
        var numbers = set.Intents.Index().ToDictionary(intent => intent.Item, intent => intent.Index, StringComparer.Ordinal);
        var data = new LabelledTexts(
            [.. set.Utterances.Select(utterance => UtteranceText.Prepare(utterance.Text))],
            [.. set.Utterances.Select(utterance => numbers[utterance.Intent])],
            set.Intents.Count);
        schedule.Finish(0.02, "prepared");

        // 2 score unseen utterances
        var unseen = new float[data.Prepared.Length][];
        for (var fold = 0; fold < options.Folds; fold++)
        {
            var here = fold;
            var places = Enumerable.Range(0, data.Prepared.Length).ToLookup(place => place % options.Folds == here);
            var scorer = LinearTrainer.Train(data.Select([.. places[false]]), schedule);
            foreach (var place in places[true])
                scorer.Score(data.Prepared[place], unseen[place] = new float[data.Intents]);
            schedule.Finish(0.7 / options.Folds, "cross-validation");
        }

        // 3 calibrate
        var calibration = CalibrationTrainer.Train(unseen, data.Labels);
        schedule.Finish(0.03, "calibrated");

        // 4 measure
        var metrics = new SortedDictionary<string, double>(StringComparer.Ordinal)
        {
            ["accuracy"] = unseen.Index().Average(item => Array.IndexOf(item.Item, item.Item.Max()) == data.Labels[item.Index] ? 1.0 : 0),
            ["utterances"] = data.Prepared.Length,
        };

        // 5 train on everything
        var linear = LinearTrainer.Train(data, schedule);
        schedule.Finish(1, "trained");
        return new IntentModel(new ModelInfo(set.Hash, set.Intents, metrics), linear, calibration);
    }
}
