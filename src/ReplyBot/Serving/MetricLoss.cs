namespace ReplyBot.Serving;

/// <summary>A figure in which one model is worse than another.</summary>
/// <param name="Metric">The figure's name, as the model file has it.</param>
/// <param name="Loss">How much less it is, 0..1.</param>
public sealed record MetricLoss(string Metric, double Loss);
