namespace ReplyBot.Knowledge.Search;

/// <summary>A document's number and score.</summary>
/// <param name="Document">The number.</param>
/// <param name="Score">The score by which documents are in order.</param>
/// <param name="Found">The BM25 score as a share of the best of its search; 0 where it was not found by it.</param>
internal readonly record struct ScoredDocument(int Document, float Score, float Found = 0) : IComparable<ScoredDocument>
{
    /// <summary>The highest score comes first, and the lower document among equals.</summary>
    public int CompareTo(ScoredDocument other) => other.Score != Score ? other.Score.CompareTo(Score) : Document.CompareTo(other.Document);
}
