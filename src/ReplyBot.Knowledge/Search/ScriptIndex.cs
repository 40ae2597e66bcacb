using ReplyBot.Knowledge.Publishing;
using ReplyBot.Knowledge.Ranking;
using ReplyBot.Knowledge.Scripts;
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

    /// <summary>The confidence from which an intent's scripts are looked at even when no word of theirs was found.</summary>
    private const double LikelyIntent = 0.02;

    private readonly ScriptDocuments _documents;
    private readonly Dictionary<string, int[]> _scriptsOfIntent;
    private readonly ScriptLookup _lookup;
    private readonly SlipRepair _slips;
    private readonly ScriptRanker _ranker;
    private volatile AcceptedScripts? _accepted;

    public ScriptIndex(ScriptBundle bundle, ScriptDocuments documents, TextIndex texts, ScriptLookup lookup)
    {
        BundleHash = bundle.Hash;
        _documents = documents;
        _slips = new SlipRepair(bundle.Content.Lexicon.Homophones);
        Texts = texts;
        _lookup = lookup;
        _ranker = new ScriptRanker(bundle.Content.Ranking ?? RankingWeights.Prior);
        _scriptsOfIntent = documents.Scripts
            .Select((script, place) => (script.Intent, place))
            .GroupBy(entry => entry.Intent, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Select(entry => entry.place).ToArray(), StringComparer.Ordinal);
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
        return Diversify(Find(query), query.Top);
    }

    /// <summary>Every script that may answer, scored, in no order.</summary>
    /// <param name="query">The query.</param>
    /// <param name="without">A document that is looked past, to see how its script fares without it; -1 for none.</param>
    internal List<ScriptHit> Find(ScriptQuery query, int without = -1)
    {
        var normalized = _slips.Repair(TextNormalizer.Default.Normalize(query.Text));
        var found = new ScoredDocument[Candidates];
        var accepted = _accepted;
        if (accepted?.HoldsFor(query) != true)
            _accepted = accepted = new AcceptedScripts(_documents, query);
        var count = Texts.Search(normalized, found, without < 0 ? accepted.Has : document => document != without && accepted.Has(document));
        var witnesses = new Dictionary<int, ScriptWitnesses>();
        Hear(found.AsSpan(0, count), normalized, witnesses);
        if (query.IntentConfidences is not null)
            HearScriptsOfIntents(query, normalized, without, accepted, witnesses);
        return Rank(query, normalized, witnesses);
    }

    /// <summary>
    /// The intent model knows questions that share no word with any variant: the scripts of its likely intents are looked
    /// at too, found or not.
    /// </summary>
    private void HearScriptsOfIntents(ScriptQuery query, string normalized, int without, AcceptedScripts accepted, Dictionary<int, ScriptWitnesses> witnesses)
    {
        foreach (var (intent, confidence) in query.IntentConfidences!)
        {
            if (confidence < LikelyIntent || !_scriptsOfIntent.TryGetValue(intent, out var scripts))
                continue;
            foreach (var script in scripts)
            {
                if (witnesses.ContainsKey(script) || !accepted.HasScript(script))
                    continue;
                var documents = Enumerable.Range(_documents.FirstOf(script), _documents.CountOf(script))
                    .Where(document => document != without)
                    .Select(document => new ScoredDocument(document, 0))
                    .ToArray();
                Texts.Order(normalized, documents);
                Hear(documents, normalized, witnesses);
            }
        }
    }

    /// <summary>Puts documents, the closest first, together by their scripts.</summary>
    private void Hear(ReadOnlySpan<ScoredDocument> documents, string normalized, Dictionary<int, ScriptWitnesses> witnesses)
    {
        foreach (var scored in documents)
        {
            var document = _documents.All[scored.Document];
            if (!witnesses.TryGetValue(document.Script, out var known))
                witnesses.Add(document.Script, known = new ScriptWitnesses());
            known.Add(scored, document.Field, string.Equals(document.Normalized, normalized, StringComparison.Ordinal));
        }
    }

    private List<ScriptHit> Rank(ScriptQuery query, string normalized, Dictionary<int, ScriptWitnesses> witnesses)
    {
        Span<char> letters = stackalloc char[512];
        letters = letters[..TextIndex.CopyLetters(normalized, letters)];
        var hits = new List<ScriptHit>(witnesses.Count);
        foreach (var (script, found) in witnesses)
        {
            var features = _ranker.Explain(_documents.Scripts[script], query, found, letters, Texts.LettersOf(found.Document));
            hits.Add(new ScriptHit(
                _documents.Scripts[script], ScriptRanker.Score(features), _documents.All[found.Document].Text, features));
        }

        return hits;
    }

    /// <summary>
    /// Takes the best hits one by one. A further script of an intent that is already represented counts less: whoever
    /// chooses among three suggestions is served best by the three likeliest meanings.
    /// </summary>
    private List<ScriptHit> Diversify(List<ScriptHit> hits, int top)
    {
        var chosen = new List<ScriptHit>(Math.Min(top, hits.Count));
        while (chosen.Count < top && hits.Count > 0)
        {
            var best = 0;
            for (var i = 1; i < hits.Count; i++)
            {
                if (IsBetter(hits[i], hits[best]))
                    best = i;
            }

            var hit = hits[best];
            chosen.Add(hit);
            hits.RemoveAt(best);
            for (var i = 0; i < hits.Count; i++)
            {
                if (hits[i].Script.Intent == hit.Script.Intent)
                    hits[i] = _ranker.Repeat(hits[i]);
            }
        }

        return chosen;
    }

    private static bool IsBetter(ScriptHit left, ScriptHit right) => left.Score != right.Score
        ? left.Score > right.Score
        : string.CompareOrdinal(left.Script.Id, right.Script.Id) < 0;

    /// <summary>What we say resembles what is asked only by chance.</summary>
    internal static float FieldWeight(ScriptField field) => field == ScriptField.Wording ? 0.35f : 1f;
}
