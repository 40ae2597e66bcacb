using ReplyBot.Knowledge.Publishing;
using ReplyBot.Text;

namespace ReplyBot.Knowledge.Search;

/// <summary>Builds the index of a bundle.</summary>
public static class ScriptIndexBuilder
{
    /// <summary>The streams of buyers' questions. Characters carry most; the others tell near misses apart.</summary>
    internal static IReadOnlyList<TermStream> QuestionStreams { get; } =
        [TermStream.Unigram, TermStream.Bigram, TermStream.Word, TermStream.Syllables];

    private static readonly float[] QuestionStreamWeights = [1f, 0.25f, 0.25f, 0.15f];

    /// <summary>Builds the index in one pass.</summary>
    /// <param name="bundle">What to index.</param>
    /// <param name="progress">Told the share done, 0 to 1, now and then.</param>
    public static IScriptIndex Build(ScriptBundle bundle, IProgress<double>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        var documents = new ScriptDocuments(bundle);
        var segmenter = SegmenterOf(bundle);
        var postings = BuildQuestions(documents, segmenter, progress);
        var lookup = ScriptLookup.Build(bundle.Content.Scripts);
        progress?.Report(1);
        return new ScriptIndex(bundle, documents, segmenter, postings, lookup);
    }

    internal static Segmenter SegmenterOf(ScriptBundle bundle) => new(
        bundle.Content.Lexicon.Terms.Concat(bundle.Content.Products.SelectMany(product => product.Aliases.Append(product.Name))));

    private static PostingIndex BuildQuestions(ScriptDocuments documents, Segmenter segmenter, IProgress<double>? progress)
    {
        var analyzer = new TextAnalyzer(segmenter, QuestionStreams);
        var builder = new PostingIndexBuilder(QuestionStreamWeights);
        var terms = new TermBuffer();
        for (var i = 0; i < documents.All.Count; i++)
        {
            analyzer.Analyze(documents.All[i].Normalized, terms);
            builder.Add(terms.Keys, Weight(documents.All[i].Field));
            if (i % 4096 == 0)
                progress?.Report(0.9 * i / documents.All.Count);
        }

        return builder.Build();
    }

    /// <summary>What we say resembles what is asked only by chance.</summary>
    private static float Weight(ScriptField field) => field switch
    {
        ScriptField.Question => 1f,
        ScriptField.Variant => 1f,
        _ => 0.35f,
    };
}
