namespace ReplyBot.Knowledge.Evaluation;

/// <summary>What an evaluation of the search engine came to.</summary>
/// <param name="Hit1">Share of queries whose first result is right.</param>
/// <param name="Hit3">Share with a right result among the first three.</param>
/// <param name="Hit10">Share with a right result among the first ten.</param>
/// <param name="Mrr10">Mean reciprocal rank of the first right result among ten.</param>
/// <param name="BuildSeconds">Seconds to build the index.</param>
/// <param name="Qps">Queries a second on one thread, ranking included.</param>
/// <param name="P50">Median latency in microseconds.</param>
/// <param name="P99">99th percentile of latency in microseconds.</param>
/// <param name="IndexBytes">Size of the index in bytes.</param>
public sealed record RetrievalFigures(
    double Hit1, double Hit3, double Hit10, double Mrr10, double BuildSeconds, double Qps, double P50, double P99, long IndexBytes);
