namespace ReplyBot.Knowledge.Search;

/// <summary>A document's number and score.</summary>
/// <param name="Document">The number.</param>
/// <param name="Score">The score by which documents are in order.</param>
/// <param name="Found">The BM25 score as a share of the best of its search; 0 where it was not found by it.</param>
internal readonly record struct ScoredDocument(int Document, float Score, float Found = 0);
