using ReplyBot.Knowledge.Publishing;
using ReplyBot.Text;

namespace ReplyBot.Knowledge.Search;

/// <summary>Builds the index of a bundle.</summary>
public static class ScriptIndexBuilder
{
    /// <summary>The streams of buyers' questions. Characters carry most; the others tell near misses apart.</summary>
    internal static IReadOnlyList<TermStream> QuestionStreams { get; } =
        [TermStream.Unigram, TermStream.Bigram, TermStream.Word, TermStream.Syllables];

    internal static IReadOnlyList<float> QuestionStreamWeights { get; } = [1f, 0.25f, 0.25f, 0.15f];

    /// <summary>Builds the index in one pass.</summary>
    /// <param name="bundle">What to index.</param>
    /// <param name="progress">Told the share done, 0 to 1, now and then.</param>
    public static IScriptIndex Build(ScriptBundle bundle, IProgress<double>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        var documents = new ScriptDocuments(bundle);
        var analyzer = AnalyzerOf(bundle);
        var postings = BuildQuestions(documents, analyzer, progress);
        var lookup = ScriptLookup.Build(bundle.Content.Scripts);
        progress?.Report(1);
        return Assemble(bundle, documents, analyzer, postings, lookup);
    }

    /// <summary>Puts an index together from postings that were built now or read from a file.</summary>
    internal static ScriptIndex Assemble(
        ScriptBundle bundle, ScriptDocuments documents, TextAnalyzer analyzer, PostingIndex postings, PostingIndex lookup) => new(
        bundle, documents,
        new TextIndex(analyzer, postings, documents.All.Select(document => document.Normalized)),
        new ScriptLookup(documents.Scripts, lookup));

    internal static TextAnalyzer AnalyzerOf(ScriptBundle bundle) => new(
        new Segmenter(bundle.Content.Lexicon.Terms
            .Concat(bundle.Content.Products.SelectMany(product => product.Aliases.Append(product.Name)))),
        QuestionStreams);

    private static PostingIndex BuildQuestions(ScriptDocuments documents, TextAnalyzer analyzer, IProgress<double>? progress)
    {
        var builder = new PostingIndexBuilder(QuestionStreamWeights);
        var all = documents.All;
        builder.AddAll(
            analyzer, all.Select(document => document.Normalized).ToArray(), document => ScriptIndex.FieldWeight(all[document].Field), progress);
        return builder.Build();
    }
}
