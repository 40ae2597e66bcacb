using System.Globalization;
using ReplyBot.Knowledge.Publishing;
using ReplyBot.Knowledge.Scripts;
using ReplyBot.Knowledge.Search;

namespace ReplyBot.Knowledge.Ranking;

/// <summary>
/// Learns ranking from the base itself: every variant is held out and asked, as it stands and with a slip of the keyboard, and its own
/// script should come first; and from what agents adopted of what was suggested.
/// </summary>
public static class RankingTrainer
{
    private const int Folds = 5;
    private const ulong Seed = 20;

    /// <summary>So many of the scripts found are compared for a question: the best by the prior, and the right one.</summary>
    private const int Compared = 40;

    /// <summary>Learns.</summary>
    /// <param name="bundle">The base.</param>
    /// <param name="index">Its index.</param>
    /// <param name="ask">Makes the query that the program would make of a buyer's words.</param>
    /// <param name="adopted">What agents sent of what was suggested.</param>
    /// <param name="progress">Told the share done, 0 to 1, now and then.</param>
    public static RankingTraining Train(
        ScriptBundle bundle, IScriptIndex index, Func<string, ScriptQuery> ask, IReadOnlyList<AdoptedSuggestion> adopted, IProgress<double>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        ArgumentNullException.ThrowIfNull(ask);
        ArgumentNullException.ThrowIfNull(adopted);
        if (index is not ScriptIndex built)
            throw new ArgumentException("Only an index built by ScriptIndexBuilder can be learned from.", nameof(index));
        var questions = Questions(bundle, adopted);
        var found = new RankingExample?[questions.Count];
        var done = 0;
        Parallel.For(0, questions.Count, i =>
        {
            found[i] = ExampleOf(built, ask(questions[i].Text), questions[i]);
            if (Interlocked.Increment(ref done) % 256 == 0)
                progress?.Report(0.7 * done / questions.Count);
        });
        var examples = found.OfType<RankingExample>().ToArray();
        if (examples.Length == 0)
            return new RankingTraining(RankingWeights.Prior, default, default);
        var after = CrossValidate(examples, progress);
        return new RankingTraining(Weights(bundle, examples, adopted.Count, after), RankingFigures.Measure(examples, RankingModel.Prior), after);
    }

    private static List<RankingQuestion> Questions(ScriptBundle bundle, IReadOnlyList<AdoptedSuggestion> adopted)
    {
        var documents = new ScriptDocuments(bundle);
        var noise = new TypingNoise(documents.All.Select(document => document.Normalized));
        var questions = new List<RankingQuestion>();
        for (var i = 0; i < documents.All.Length; i++)
        {
            var document = documents.All[i];
            var script = documents.Scripts[document.Script];
            if (script.IsNotice || document.Field != ScriptField.Variant)
                continue;
            questions.Add(new RankingQuestion(document.Text, script.Id, i, i % Folds));
            if (noise.Slip(document.Text, Seed) is var slipped && slipped != document.Text)
                questions.Add(new RankingQuestion(slipped, script.Id, i, i % Folds));
        }

        questions.AddRange(adopted.Select((one, place) => new RankingQuestion(one.Text, one.Adopted, -1, place % Folds)));
        return questions;
    }

    /// <summary>The scripts found for a question; null when the right one is not among them, for then no weight helps.</summary>
    private static RankingExample? ExampleOf(ScriptIndex index, ScriptQuery query, RankingQuestion question)
    {
        var hits = index.Find(query with { IncludeAgentOnly = true }, question.Document)
            .OrderByDescending(hit => hit.Score)
            .ThenBy(hit => hit.Script.Id, StringComparer.Ordinal)
            .ToList();
        var right = hits.FindIndex(hit => hit.Script.Id == question.Script);
        if (right < 0)
            return null;
        if (right >= Compared)
            (hits[Compared - 1], right) = (hits[right], Compared - 1);
        var compared = hits.Take(Compared).ToArray();
        return new RankingExample(
            [.. compared.Select(RowOf)], [.. compared.Select(GivenOf)], [.. compared.Select(hit => hit.Script.Intent)], right, question.Fold);
    }

    private static float[] RowOf(ScriptHit hit)
    {
        var row = new float[RankingModel.Learned.Count];
        foreach (var feature in hit.Features)
        {
            var place = RankingModel.Learned.IndexOf(feature.Name);
            if (place >= 0)
                row[place] = (float)feature.Value;
        }

        return row;
    }

    private static double GivenOf(ScriptHit hit) =>
        hit.Features.Where(feature => !RankingModel.Learned.Contains(feature.Name)).Sum(feature => feature.Value * feature.Weight);

    private static RankingFigures CrossValidate(RankingExample[] examples, IProgress<double>? progress)
    {
        var figures = new List<(int Count, RankingFigures Figures)>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var held = examples.Where(example => example.Fold == fold).ToArray();
            var others = examples.Where(example => example.Fold != fold).ToArray();
            var (weights, _) = RankingModel.Rescale(others, RankingModel.Learn(others));
            figures.Add((held.Length, RankingFigures.Measure(held, weights)));
            progress?.Report(0.7 + (0.25 * (fold + 1) / Folds));
        }

        double Mean(Func<RankingFigures, double> figure) => figures.Sum(one => one.Count * figure(one.Figures)) / Math.Max(1, examples.Length);
        return new RankingFigures(Mean(one => one.First), Mean(one => one.TopThree), Mean(one => one.Intent));
    }

    private static RankingWeights Weights(ScriptBundle bundle, RankingExample[] examples, int adopted, RankingFigures held)
    {
        var weights = new SortedDictionary<string, double>(RankingWeights.Prior.Weights.ToDictionary(), StringComparer.Ordinal);
        var (learned, shift) = RankingModel.Rescale(examples, RankingModel.Learn(examples));
        for (var i = 0; i < learned.Length; i++)
        {
            // Where nothing was adopted, nothing is known of adoption.
            if (adopted > 0 || RankingModel.Learned[i] != RankingFeatures.Adoption)
                weights[RankingModel.Learned[i]] = Math.Round(learned[i], 4);
        }

        foreach (var bias in (string[])[RankingFeatures.Bias, RankingFeatures.BiasWithoutIntent])
            weights[bias] = Math.Round(weights[bias] + shift, 4);
        return new RankingWeights(weights, new OrderedDictionary<string, string>
        {
            ["scripts"] = bundle.Content.Scripts.Count.ToString(CultureInfo.InvariantCulture),
            ["questions"] = examples.Length.ToString(CultureInfo.InvariantCulture),
            ["adopted"] = adopted.ToString(CultureInfo.InvariantCulture),
            ["held_out_first"] = held.First.ToString("0.000", CultureInfo.InvariantCulture),
            ["held_out_top_three"] = held.TopThree.ToString("0.000", CultureInfo.InvariantCulture),
        });
    }
}
