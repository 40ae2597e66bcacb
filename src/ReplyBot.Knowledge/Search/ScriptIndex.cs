using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using ReplyBot.Knowledge.Publishing;
using ReplyBot.Knowledge.Ranking;
using ReplyBot.Knowledge.Scripts;
using ReplyBot.Text;

namespace ReplyBot.Knowledge.Search;

/// <summary>
/// The index of one bundle. A search (1) finds the closest documents whose scripts the query may see, (2) puts them
/// together script by script, because one lucky document is a poor witness, (3) joins the intent model's opinion and the
/// conditions, (4) returns the best scripts (<see cref="ScriptChoice"/>).
/// </summary>
internal sealed class ScriptIndex : IScriptIndex
{
    /// <summary>How many documents are looked at for each script that is wanted: a script has a few dozen, some of which are found together.</summary>
    private const int CandidatesForEach = 9;
    private const int FewestCandidates = 48;
    private const int MostCandidates = 128;

    /// <summary>The confidence from which an intent's scripts are looked at even when no word of theirs was found.</summary>
    private const double LikelyIntent = 0.1;

    /// <summary>Equal texts are closer than this, also where they are too long for their order to be compared.</summary>
    private const float LeastOfEqual = 0.75f;

    private readonly ScriptDocuments _documents;
    private readonly Dictionary<string, int[]> _scriptsOfIntent;

    /// <summary>The number of each script's intent.</summary>
    private readonly int[] _intents;

    private readonly RankedConditions[] _conditions;
    private readonly ScriptLookup _lookup;
    private readonly SlipRepair _slips;
    private readonly ScriptRanker _ranker;
    private readonly ConcurrentBag<HeardScripts> _free = [];
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
        _conditions = [.. documents.Scripts.Select(script => RankedConditions.Of(script.When))];
        _intents = new int[documents.Scripts.Length];
        foreach (var (number, scripts) in _scriptsOfIntent.Values.Index())
        {
            foreach (var script in scripts)
                _intents[script] = number;
        }
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
        var heard = _free.TryTake(out var free) ? free : new HeardScripts(_documents.Scripts.Length);
        try
        {
            return new ScriptChoice(this, query, Hear(query, heard), heard).Take();
        }
        finally
        {
            heard.Clear();
            _free.Add(heard);
        }
    }

    /// <summary>Every script that may answer, scored, in no order.</summary>
    /// <param name="query">The query.</param>
    /// <param name="without">A document that is looked past, to see how its script fares without it; -1 for none.</param>
    internal List<ScriptHit> Find(ScriptQuery query, int without = -1)
    {
        var heard = new HeardScripts(_documents.Scripts.Length);
        var normalized = Hear(query, heard, without);
        var hits = new List<ScriptHit>(heard.Count);
        for (var place = 0; place < heard.Count; place++)
            hits.Add(Explain(query, normalized, heard.ScriptAt(place), heard.At(place)));
        return hits;
    }

    /// <summary>The script at a place.</summary>
    internal Script ScriptAt(int place) => _documents.Scripts[place];

    /// <summary>The script as a hit, with what speaks for it.</summary>
    internal ScriptHit Explain(ScriptQuery query, string normalized, int script, ScriptWitnesses found)
    {
        Span<char> letters = stackalloc char[512];
        letters = letters[..TextIndex.CopyLetters(normalized, letters)];
        var features = _ranker.Explain(_documents.Scripts[script], _conditions[script], query, found, letters, Texts.LettersOf(found.Document));
        return new ScriptHit(_documents.Scripts[script], ScriptRanker.Score(features), _documents.All[found.Document].Text, features);
    }

    /// <summary>What the script's score does not exceed, on the logistic scale; found without comparing letters.</summary>
    /// <param name="query">The query.</param>
    /// <param name="script">The script.</param>
    /// <param name="found">What its documents say about the query.</param>
    /// <param name="evidence">What the intent model speaks for, by intent.</param>
    /// <param name="conditions">Room for what the script's conditions speak for.</param>
    internal double Bound(ScriptQuery query, int script, ScriptWitnesses found, ReadOnlySpan<double> evidence, List<ScoreFeature> conditions) =>
        _ranker.Bound(_documents.Scripts[script], query, found, evidence[_intents[script]], _conditions[script], conditions);

    /// <summary>How many intents have scripts.</summary>
    internal int Intents => _scriptsOfIntent.Count;

    /// <summary>The number of a script's intent.</summary>
    internal int IntentOf(int script) => _intents[script];

    /// <summary>Writes down what the intent model speaks for, by intent; nothing for those that it did not name.</summary>
    internal void Weigh(IReadOnlyDictionary<string, double>? confidences, Span<double> evidence)
    {
        evidence.Clear();
        foreach (var (intent, confidence) in confidences ?? ImmutableDictionary<string, double>.Empty)
        {
            if (_scriptsOfIntent.TryGetValue(intent, out var scripts))
                evidence[_intents[scripts[0]]] = _ranker.Evidence(confidence);
        }
    }

    /// <summary>Hears the witnesses of a query.</summary>
    /// <returns>The query's text as it is compared.</returns>
    private string Hear(ScriptQuery query, HeardScripts heard, int without = -1)
    {
        var normalized = _slips.Repair(TextNormalizer.Default.Normalize(query.Text));
        Span<ScoredDocument> found = stackalloc ScoredDocument[Math.Clamp(CandidatesForEach * query.Top, FewestCandidates, MostCandidates)];
        var accepted = _accepted;
        if (accepted?.HoldsFor(query) != true)
            _accepted = accepted = new AcceptedScripts(_documents, query);
        var count = Texts.Search(normalized, found, without < 0 ? accepted.Has : document => document != without && accepted.Has(document));
        Hear(found[..count], normalized, heard);
        if (query.IntentConfidences is not null)
            HearScriptsOfIntents(query, normalized, without, accepted, heard);
        return normalized;
    }

    /// <summary>
    /// The intent model knows questions that share no word with any variant: the scripts of its likely intents are looked
    /// at too, found or not.
    /// </summary>
    private void HearScriptsOfIntents(ScriptQuery query, string normalized, int without, AcceptedScripts accepted, HeardScripts heard)
    {
        var closeness = Texts.Compare(normalized);
        foreach (var (intent, confidence) in query.IntentConfidences!)
        {
            if (confidence < LikelyIntent || !_scriptsOfIntent.TryGetValue(intent, out var scripts))
                continue;
            foreach (var script in scripts)
            {
                if (heard.Has(script) || !accepted.HasScript(script))
                    continue;
                var documents = ArrayPool<ScoredDocument>.Shared.Rent(_documents.CountOf(script));
                var count = 0;
                for (var i = 0; i < _documents.CountOf(script); i++)
                {
                    if (_documents.FirstOf(script) + i != without)
                        documents[count++] = new ScoredDocument(_documents.FirstOf(script) + i, 0);
                }

                Texts.Order(closeness, documents.AsSpan(0, count));
                Hear(documents.AsSpan(0, count), normalized, heard);
                ArrayPool<ScoredDocument>.Shared.Return(documents);
            }
        }
    }

    /// <summary>Puts documents, the closest first, together by their scripts.</summary>
    private void Hear(ReadOnlySpan<ScoredDocument> documents, string normalized, HeardScripts heard)
    {
        var letters = TextIndex.CountLetters(normalized);
        foreach (var scored in documents)
        {
            // Texts of another length, and those that are far from it, are not fetched to be compared.
            var exact = scored.Score > LeastOfEqual && Texts.LengthOf(scored.Document) == letters && string.Equals(_documents.All[scored.Document].Normalized, normalized, StringComparison.Ordinal);
            heard.Of(_documents.ScriptOf(scored.Document)).Add(scored, _documents.FieldOf(scored.Document), exact);
        }
    }

    /// <summary>The hit as it counts after another script of its intent was chosen.</summary>
    internal ScriptHit Repeat(ScriptHit hit) => _ranker.Repeat(hit);

    /// <summary>What a score changes by, on the logistic scale, with each script of its intent that was chosen before.</summary>
    internal double RepeatWeight => _ranker.RepeatWeight;

    /// <summary>What we say resembles what is asked only by chance.</summary>
    internal static float FieldWeight(ScriptField field) => field == ScriptField.Wording ? 0.35f : 1f;
}
