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

    /// <summary>How many scripts are looked at more closely.</summary>
    private const int Candidates = 64;

    /// <summary>Two documents are one script, and their scores are one.</summary>
    private const int DocumentsFold = 1;

    /// <summary>How much the postings count beside the closer look.</summary>
    private const double Likeness = 0.5;

    /// <summary>A match below this share of the typed letters is taken for a slip.</summary>
    private const double Slip = 0.75;

    /// <summary>How many letters are tried in swapped order.</summary>
    private const int LongestSlip = 16;

    /// <summary>What each script is called: its question, and its tags, by which editors know it.</summary>
    private readonly string[] _names = scripts.Select(script => TextNormalizer.Default.Normalize(string.Join(' ', script.Tags.Prepend(script.Question)))).ToArray();
    private readonly TextAnalyzer _analyzer = new(Segmenter.Default, Streams);
    private readonly ScoreArrays _scores = new(scripts.Count);

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
        var match = new TypedMatch(typed);
        var terms = new TermBuffer();
        _analyzer.Append(typed, terms);
        var hits = FindCandidates(query, match, terms);
        if (hits.Count == 0 || hits[0].Match < Slip)
        {
            // Nothing stands there as it was typed: two letters may have changed places.
            var asTyped = terms.Keys.Length;
            for (var i = 0; i + 1 < Math.Min(typed.Length, LongestSlip); i++)
            {
                if (char.IsAsciiLetter(typed[i]) && char.IsAsciiLetter(typed[i + 1]))
                    _analyzer.Append(string.Concat(typed.AsSpan(0, i), [typed[i + 1], typed[i]], typed.AsSpan(i + 2)), terms);
            }

            if (terms.Keys.Length > asTyped)
                hits = FindCandidates(query, match, terms);
        }

        return hits
            .Take(query.Top)
            .Select(hit => new LookupHit(scripts[hit.Script], hit.Score, Highlighter.Mark(scripts[hit.Script].Question, typed)))
            .ToArray();
    }

    private List<(int Script, double Match, double Score)> FindCandidates(LookupQuery query, TypedMatch match, TermBuffer terms)
    {
        terms.Sort();
        var scores = _scores.Rent();
        bool Accepts(int script) => ScriptFilter.Accepts(scripts[script], query);
        Postings.AccumulateBest(terms.Keys, scores, Candidates, Accepts, DocumentsFold);
        var found = new ScoredDocument[Candidates];
        var count = TopDocuments.Take(scores, found, Accepts);
        _scores.Return(scores);
        return Order(found.AsSpan(0, count), match);
    }

    /// <summary>Postings find what is alike; what is typed nearly as it stands in the question comes first.</summary>
    private List<(int Script, double Match, double Score)> Order(ReadOnlySpan<ScoredDocument> found, TypedMatch match)
    {
        var hits = new List<(int Script, double Match, double Score)>(found.Length);
        foreach (var (script, score, _) in found)
        {
            var closer = match.Of(_names[script]);
            hits.Add((script, closer, closer + (Likeness * score / found[0].Score)));
        }

        hits.Sort(static (left, right) => right.Score != left.Score ? right.Score.CompareTo(left.Score) : left.Script.CompareTo(right.Script));
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
