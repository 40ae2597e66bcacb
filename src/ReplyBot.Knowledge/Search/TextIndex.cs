using ReplyBot.Text;

namespace ReplyBot.Knowledge.Search;

/// <summary>
/// The search engine over plain texts, without a notion of scripts. A search has two stages: BM25 over all texts finds
/// candidates, and <see cref="Closeness"/> puts them in order.
/// </summary>
internal sealed class TextIndex
{
    /// <summary>How many candidates are put in order; more finds nothing that the first stage had not placed well.</summary>
    public const int Candidates = 20;

    private const int UsualCandidates = 256;

    [ThreadStatic]
    private static TermBuffer? t_terms;

    [ThreadStatic]
    private static Closeness? t_closeness;

    private readonly TextAnalyzer _analyzer;
    private readonly ScoreArrays _scores;
    private readonly CharacterStatistics _characters;

    /// <param name="analyzer">Cuts queries as the texts were cut.</param>
    /// <param name="postings">The postings of the texts.</param>
    /// <param name="normalized">The normalised texts, in the order of the postings' documents.</param>
    public TextIndex(TextAnalyzer analyzer, PostingIndex postings, IEnumerable<string> normalized)
    {
        _analyzer = analyzer;
        Postings = postings;
        _scores = new ScoreArrays(postings.Documents);
        _characters = new CharacterStatistics(normalized.Select(LettersOf).ToArray());
    }

    public PostingIndex Postings { get; }

    /// <summary>The size of the index in bytes, the texts that it compares included.</summary>
    public long Bytes => Postings.Bytes + _characters.TextBytes;

    /// <summary>Indexes texts of equal weight.</summary>
    public static TextIndex Build(IEnumerable<string> texts)
    {
        var analyzer = new TextAnalyzer(Segmenter.Default, ScriptIndexBuilder.QuestionStreams);
        var builder = new PostingIndexBuilder(ScriptIndexBuilder.QuestionStreamWeights);
        var normalized = texts.AsParallel().AsOrdered().Select(TextNormalizer.Default.Normalize).ToArray();
        builder.AddAll(analyzer, normalized, _ => 1f);
        return new TextIndex(analyzer, builder.Build(), normalized);
    }

    /// <summary>
    /// Finds the documents closest to a normalised query, the closest first, with their <see cref="Closeness"/> as scores.
    /// </summary>
    /// <param name="normalized">The query.</param>
    /// <param name="best">Room for the candidates; at least <see cref="Candidates"/> for the best order.</param>
    /// <param name="accept">Whether a document may be returned; null accepts all.</param>
    /// <returns>How many were found.</returns>
    public int Search(string normalized, Span<ScoredDocument> best, Func<int, bool>? accept = null)
    {
        var terms = t_terms ??= new TermBuffer();
        _analyzer.Analyze(normalized, terms);
        var scores = _scores.Rent();
        Postings.AccumulateBest(terms.Keys, scores, best.Length, accept);
        var count = TopDocuments.Take(scores, best, accept);
        _scores.Return(scores);
        for (var i = count - 1; i >= 0; i--)
            best[i] = best[i] with { Found = best[i].Score / best[0].Score };
        Order(Compare(normalized), best[..count]);
        return count;
    }

    /// <summary>Prepares for comparing documents with a normalised query. It holds until this thread's next search.</summary>
    public Closeness Compare(string normalized)
    {
        var closeness = t_closeness ??= new Closeness();
        Span<char> letters = stackalloc char[512];
        closeness.Prepare(letters[..CopyLetters(normalized, letters)], _characters);
        return closeness;
    }

    /// <summary>Compares documents with a query and puts the closest first.</summary>
    public void Order(Closeness closeness, Span<ScoredDocument> documents)
    {
        _characters.Fetch(documents);

        // Scores are 0 or more, so that their bits are in the same order as they are; the highest first, the lower document among equals.
        var keys = documents.Length <= UsualCandidates ? stackalloc long[documents.Length] : new long[documents.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            ref var one = ref documents[i];
            one = one with { Score = closeness.Of(_characters.NumbersOf(one.Document), _characters.MassOf(one.Document), _characters.Negates(one.Document)) };
            keys[i] = ((long)~BitConverter.SingleToInt32Bits(one.Score) << 32) | (uint)one.Document;
        }

        keys.Sort(documents);
    }

    /// <summary>The letters and digits of a document.</summary>
    internal string LettersOf(int document) => _characters.TextOf(document);

    /// <summary>How many letters and digits a document has.</summary>
    internal int LengthOf(int document) => _characters.NumbersOf(document).Length;

    /// <summary>How many letters and digits a text has.</summary>
    internal static int CountLetters(string text)
    {
        var count = 0;
        foreach (var c in text)
            count += char.IsLetterOrDigit(c) ? 1 : 0;
        return count;
    }

    internal static int CopyLetters(string text, Span<char> letters)
    {
        var count = 0;
        foreach (var c in text)
        {
            if (count == letters.Length)
                break;
            if (char.IsLetterOrDigit(c))
                letters[count++] = c;
        }

        return count;
    }

    private static string LettersOf(string text) =>
        text.All(char.IsLetterOrDigit) ? text : string.Concat(text.Where(char.IsLetterOrDigit));
}
