using System.Globalization;
using System.Numerics.Tensors;
using ReplyBot.Intent.Classification;
using ReplyBot.Intent.Emotions;
using ReplyBot.Intent.Features;
using ReplyBot.Intent.Traits;
using ReplyBot.Text;

namespace ReplyBot.Intent.Training;

/// <summary>
/// Trains the models of traits. Steps for each: 1 read the signals of its lines, and of utterances that ask for something in plain
/// words, with the finished intent model, 2 train on all of them, and without each fold, 3 calibrate and measure on what was left out.
/// </summary>
internal static class TraitTrainer
{
    private const int Folds = 4;
    private const int FewestLines = 2 * Folds;

    /// <summary>
    /// Plain utterances that stand for what a shop mostly hears. The labelled lines alone, of which most show something, would make a
    /// model that finds something in every second message.
    /// </summary>
    private const int PlainUtterances = 2000;

    /// <summary>Beginnings of intents whose utterances often show the trait; they are not taken as plain.</summary>
    private static readonly string[] Emotional =
        ["chat.", "complaint.", "review.", "compensation.", "issue.", "ship.urge", "ship.time", "ship.eta", "track.", "return.progress", "refund.progress", IntentPrediction.OutOfScope];

    private static readonly string[] Revealing =
        ["chat.", "complaint.", "price.bargain", "price.elsewhere", "price.query", "promo.gift", "product.authenticity", "product.photo_match", "product.recommend", "product.compare"];

    private static readonly string[] Threatening = ["chat.abuse", "complaint.", "review.", "compensation."];

    /// <summary>Trains every trait that there are lines for.</summary>
    /// <param name="set">The labelled lines and utterances.</param>
    /// <param name="intents">The finished intent model, whose signals are used.</param>
    /// <param name="schedule">Where the work runs.</param>
    /// <param name="metrics">Receives what each model reaches on lines that it has not seen.</param>
    public static TraitModels Train(TrainingSet set, IntentModel intents, Schedule schedule, SortedDictionary<string, double> metrics)
    {
        var lines = set.Traits;
        var strengths = lines.Emotions.Where(line => line.Strength > 0)
            .Select(line => line with { Label = line.Strength.ToString(CultureInfo.InvariantCulture) }).ToList();
        return new TraitModels(
            TrainOne(lines.Emotions, PlainLines(set, Emotional, nameof(EmotionLabel.Neutral)), scores => metrics["emotion.f1"] = scores.MacroF1(nothing: null)),
            TrainOne(strengths, [], scores => metrics["strength.accuracy"] = scores.Accuracy),
            TrainOne(lines.BuyerTypes, PlainLines(set, Revealing, TraitLines.NoLabel), scores => metrics["buyer-type.f1"] = scores.MacroF1(TraitLines.NoLabel)),
            TrainOne(lines.Threats, PlainLines(set, Threatening, TraitLines.NoLabel), scores =>
            {
                metrics["threat.recall"] = scores.Recall(TraitLines.NoLabel);
                metrics["threat.precision"] = scores.Precision(TraitLines.NoLabel);
            }));

        TraitModel? TrainOne(IReadOnlyList<TraitLine> labelled, IReadOnlyList<TraitLine> plain, Action<TraitScores> measure) =>
            TraitTrainer.TrainOne(labelled, plain, intents, schedule, measure);
    }

    /// <summary>Utterances from all over the set, but of no intent that begins so.</summary>
    private static IReadOnlyList<TraitLine> PlainLines(TrainingSet set, string[] except, string label)
    {
        var plain = set.Utterances.Where(utterance => !except.Any(start => utterance.Intent.StartsWith(start, StringComparison.Ordinal))).ToList();
        var step = Math.Max(1, plain.Count / PlainUtterances);
        return [.. plain.Where((_, index) => index % step == 0).Select(utterance => new TraitLine(label, utterance.Text, Strength: 0))];
    }

    private static TraitModel? TrainOne(
        IReadOnlyList<TraitLine> labelled, IReadOnlyList<TraitLine> plain, IntentModel intents, Schedule schedule, Action<TraitScores> measure)
    {
        string[] labels = [.. labelled.Select(line => line.Label).Distinct().Order(StringComparer.Ordinal)];
        if (labels.Length < 2 || labelled.Count < FewestLines)
            return null;

        // 1 signals
        TraitLine[] lines = [.. labelled, .. plain.Where(line => labels.Contains(line.Label))];
        var signals = new TraitSignals[lines.Length];
        schedule.ForEach(lines.Length, line => signals[line] = intents.Read(UtteranceText.Prepare(TextNormalizer.Default.NormalizeWithOffsets(lines[line].Text))).Signals);
        int[] numbers = [.. lines.Select(line => Array.IndexOf(labels, line.Label))];

        // 2 train; the order of the lines is mixed, since those that are alike were often written one after another
        var fold = new int[lines.Length];
        for (var i = 0; i < fold.Length; i++)
            fold[i] = i % Folds;
        new Random(schedule.Seed).Shuffle(fold);
        var trained = new TraitModel[Folds + 1];
        schedule.ForEach(Folds + 1, part => trained[part] = TrainPart(
            labels, signals, numbers, [.. Enumerable.Range(0, lines.Length).Where(line => fold[line] != part)], schedule.Seed));

        // 3 calibrate; what is measured is the labelled lines alone
        var unseen = new float[lines.Length][];
        for (var line = 0; line < unseen.Length; line++)
            trained[fold[line]].Score(signals[line], unseen[line] = new float[labels.Length]);
        measure(new TraitScores(labels, [.. unseen.Take(labelled.Count).Select(scores => TensorPrimitives.IndexOfMax<float>(scores))], numbers[..labelled.Count]));
        return trained[Folds].With(CalibrationTrainer.Train(unseen, numbers));
    }

    private static TraitModel TrainPart(string[] labels, TraitSignals[] signals, int[] numbers, int[] places, int seed)
    {
        var vocabulary = GramVocabulary.Build([.. places.Select(place => signals[place].Message.Text)], LinearTrainer.LongestGram);
        var rows = new SparseRows([.. places.Select(place => signals[place].Message.Text)], vocabulary, [.. places.Select(place => signals[place].Values)]);
        var values = signals[0].Values.Length;
        var biases = new float[labels.Length];
        var grams = new Half[vocabulary.Count * labels.Length];
        var others = new Half[values * labels.Length];
        for (var label = 0; label < labels.Length; label++)
        {
            var weights = LinearTrainer.TrainOne(rows, row => numbers[places[row]] == label, vocabulary.Count + values, seed + label);
            biases[label] = (float)weights[^1];
            for (var gram = 0; gram < vocabulary.Count; gram++)
                grams[gram * labels.Length + label] = (Half)weights[gram];
            for (var value = 0; value < values; value++)
                others[value * labels.Length + label] = (Half)weights[vocabulary.Count + value];
        }

        return new TraitModel(labels, new LinearScorer(vocabulary, biases, grams), others, new Calibration(1));
    }
}
