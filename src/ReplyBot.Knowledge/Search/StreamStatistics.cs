namespace ReplyBot.Knowledge.Search;

/// <summary>What BM25 needs to know of a stream.</summary>
/// <param name="Weight">How much the stream counts in the sum.</param>
/// <param name="AverageLength">Terms in an average document.</param>
internal readonly record struct StreamStatistics(float Weight, float AverageLength);
