using System.Buffers;
using ReplyBot.Knowledge.Publishing;
using ReplyBot.Text;

namespace ReplyBot.Knowledge.Search;

/// <summary>
/// The index of one bundle. A search (1) finds the closest documents whose scripts the query may see, (2) puts them
/// together script by script, because one lucky document is a poor witness, (3) joins the intent model's opinion and the
/// conditions, (4) returns the best scripts.
/// </summary>
internal sealed class ScriptIndex : IScriptIndex
{
    /// <summary>How many documents are looked at: enough for a few dozen scripts with some variants each.</summary>
    private const int Candidates = 128;

    private readonly ScriptDocuments _documents;
    private readonly ScriptLookup _lookup;

    public ScriptIndex(ScriptBundle bundle, ScriptDocuments documents, TextIndex texts, ScriptLookup lookup)
    {
        BundleHash = bundle.Hash;
        _documents = documents;
        Texts = texts;
        _lookup = lookup;
    }

    public string BundleHash { get; }

    internal TextIndex Texts { get; }

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
        var candidates = ArrayPool<ScoredDocument>.Shared.Rent(Candidates);
        var count = Texts.Search(
            normalized, candidates.AsSpan(0, Candidates),
            document => ScriptFilter.Accepts(_documents.Scripts[_documents.All[document].Script], query));
        var hits = Rank(query, normalized, candidates.AsSpan(0, count));
        ArrayPool<ScoredDocument>.Shared.Return(candidates);
        return hits;
    }

    private List<ScriptHit> Rank(ScriptQuery query, string normalized, ReadOnlySpan<ScoredDocument> documents)
    {
        var witnesses = new Dictionary<int, ScriptWitnesses>();
        foreach (var (document, closeness) in documents)
        {
            var script = _documents.All[document].Script;
            if (!witnesses.TryGetValue(script, out var known))
                witnesses.Add(script, known = new ScriptWitnesses(document));
            known.Add(closeness, string.Equals(_documents.All[document].Normalized, normalized, StringComparison.Ordinal));
        }

        var hits = new List<ScriptHit>(witnesses.Count);
        foreach (var (script, found) in witnesses)
        {
            var features = ScriptRanker.Explain(_documents.Scripts[script], query, found);
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
