using System.Buffers;
using ReplyBot.Knowledge.Scripts;
using ReplyBot.Text;

namespace ReplyBot.Knowledge.Search;

/// <summary>
/// Finds scripts as an agent types. Each script is two documents: what it is called (question, tags, id), and
/// everything else that it says. Texts are indexed by characters and by their spelling in pinyin, so that 发货, fahuo, fhsj and a
/// slip like fahou all meet the same script.
/// </summary>
internal sealed class ScriptLookup(IReadOnlyList<Script> scripts, PostingIndex postings)
{
    private static readonly TermStream[] Streams =
        [TermStream.Unigram, TermStream.Bigram, TermStream.Letters, TermStream.Initials];

    private static readonly float[] StreamWeights = [1f, 1f, 0f, 0f, 0.4f, 0.6f];

    private readonly TextAnalyzer _analyzer = new(Segmenter.Default, Streams);
    private readonly ScoreArrays _scores = new(postings.Documents);

    public PostingIndex Postings { get; } = postings;

    public static PostingIndex Build(IReadOnlyList<Script> scripts)
    {
        var analyzer = new TextAnalyzer(Segmenter.Default, Streams);
        var characters = new TextAnalyzer(Segmenter.Default, [TermStream.Unigram, TermStream.Bigram]);
        var builder = new PostingIndexBuilder(StreamWeights);
        var terms = new TermBuffer();
        foreach (var script in scripts)
        {
            Append(analyzer, terms, [script.Question, .. script.Tags, script.Id]);
            Add(builder, terms, 1f);

            // Nobody spells a whole answer in pinyin: its characters are enough.
            Append(analyzer, terms, script.Variants);
            Append(characters, terms, script.Wordings.Select(wording => wording.Text));
            Add(builder, terms, 0.3f);
        }

        return builder.Build();
    }

    public IReadOnlyList<LookupHit> Find(LookupQuery query)
    {
        var typed = TextNormalizer.Default.Normalize(query.Typed);
        var terms = new TermBuffer();
        _analyzer.Analyze(typed, terms);
        var scores = _scores.Rent();
        Postings.Accumulate(terms.Keys, scores);
        for (var script = 0; script < scripts.Count; script++)
        {
            scores[script] = scores[2 * script] + scores[(2 * script) + 1];
        }

        scores.AsSpan(scripts.Count).Clear();
        var best = ArrayPool<ScoredDocument>.Shared.Rent(Math.Max(1, query.Top));
        var count = TopDocuments.Take(
            scores.AsSpan(0, scripts.Count), best.AsSpan(0, query.Top), script => ScriptFilter.Accepts(scripts[script], query));
        _scores.Return(scores);
        var hits = new List<LookupHit>(count);
        foreach (var (script, score) in best.AsSpan(0, count))
            hits.Add(new LookupHit(scripts[script], score, Highlighter.Mark(scripts[script].Question, typed)));
        ArrayPool<ScoredDocument>.Shared.Return(best);
        return hits;
    }

    private static void Append(TextAnalyzer analyzer, TermBuffer terms, IEnumerable<string> texts)
    {
        foreach (var text in texts)
            analyzer.Append(TextNormalizer.Default.Normalize(text), terms);
    }

    private static void Add(PostingIndexBuilder builder, TermBuffer terms, float weight)
    {
        terms.Sort();
        builder.Add(terms.Keys, weight);
        terms.Clear();
    }
}
