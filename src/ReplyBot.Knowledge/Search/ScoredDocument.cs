namespace ReplyBot.Knowledge.Search;

/// <summary>A document's number and score.</summary>
internal readonly record struct ScoredDocument(int Document, float Score);
