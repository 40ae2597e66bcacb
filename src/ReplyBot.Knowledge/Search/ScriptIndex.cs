using System.Buffers;
using ReplyBot.Knowledge.Publishing;
using ReplyBot.Text;

namespace ReplyBot.Knowledge.Search;

/// <summary>
/// The index of one bundle. A search (1) cuts the query into terms, (2) adds up the impacts of every document, (3) takes
/// the best documents whose scripts the query may see, (4) sums them script by script, because one lucky document is a
/// poor witness, (5) joins the intent model's opinion and the conditions, (6) returns the best scripts.
/// </summary>
internal sealed class ScriptIndex : IScriptIndex
{
    /// <summary>How many documents are looked at: enough for a few dozen scripts with some variants each.</summary>
    private const int Candidates = 192;

    /// <summary>What a script's second, third, fourth… document counts beside its best.</summary>
    private static readonly double[] FurtherWeights = [0.5, 0.25, 0.15, 0.1];

    [ThreadStatic]
    private static TermBuffer? t_terms;

    private readonly ScriptDocuments _documents;
    private readonly TextAnalyzer _analyzer;
    private readonly ScriptLookup _lookup;
    private readonly ScoreArrays _scores;

    public ScriptIndex(ScriptBundle bundle, ScriptDocuments documents, Segmenter segmenter, PostingIndex postings, PostingIndex lookup)
    {
        BundleHash = bundle.Hash;
        _documents = documents;
        Postings = postings;
        _analyzer = new TextAnalyzer(segmenter, ScriptIndexBuilder.QuestionStreams);
        _scores = new ScoreArrays(postings.Documents);
        _lookup = new ScriptLookup(documents.Scripts, lookup);
    }

    public string BundleHash { get; }

    internal PostingIndex Postings { get; }

    internal PostingIndex LookupPostings => _lookup.Postings;

    public IReadOnlyList<LookupHit> Lookup(LookupQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return _lookup.Find(query);
    }

    public IReadOnlyList<ScriptHit> Search(ScriptQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var normalized = TextNormalizer.Default.Normalize(query.Text);
        var terms = t_terms ??= new TermBuffer();
        _analyzer.Analyze(normalized, terms);
        var candidates = ArrayPool<ScoredDocument>.Shared.Rent(Candidates);
        var count = FindDocuments(query, terms, candidates.AsSpan(0, Candidates));
        var whole = Math.Max(Postings.SelfScore(terms.Keys), 1e-6f);
        var hits = Rank(query, normalized, candidates.AsSpan(0, count), whole);
        ArrayPool<ScoredDocument>.Shared.Return(candidates);
        return hits;
    }

    private int FindDocuments(ScriptQuery query, TermBuffer terms, Span<ScoredDocument> best)
    {
        var scores = _scores.Rent();
        Postings.Accumulate(terms.Keys, scores);
        var count = TopDocuments.Take(
            scores, best, document => ScriptFilter.Accepts(_documents.Scripts[_documents.All[document].Script], query));
        _scores.Return(scores);
        return count;
    }

    private List<ScriptHit> Rank(ScriptQuery query, string normalized, ReadOnlySpan<ScoredDocument> documents, float whole)
    {
        var witnesses = new Dictionary<int, ScriptWitnesses>();
        foreach (var (document, score) in documents)
        {
            var script = _documents.All[document].Script;
            if (!witnesses.TryGetValue(script, out var known))
                witnesses.Add(script, known = new ScriptWitnesses(document));
            known.Add(score / whole, FurtherWeights);
            known.Exact |= string.Equals(_documents.All[document].Normalized, normalized, StringComparison.Ordinal);
        }

        var hits = new List<ScriptHit>(witnesses.Count);
        foreach (var (script, found) in witnesses)
        {
            var features = ScriptRanker.Explain(_documents.Scripts[script], query, found.Best, found.Further, found.Exact);
            hits.Add(new ScriptHit(
                _documents.Scripts[script], ScriptRanker.Score(features), _documents.All[found.Document].Text, features));
        }

        hits.Sort((left, right) => right.Score != left.Score
            ? right.Score.CompareTo(left.Score)
            : string.CompareOrdinal(left.Script.Id, right.Script.Id));
        if (hits.Count > query.Top)
            hits.RemoveRange(query.Top, hits.Count - query.Top);
        return hits;
    }
}
