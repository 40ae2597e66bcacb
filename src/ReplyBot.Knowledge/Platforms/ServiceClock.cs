namespace ReplyBot.Knowledge.Platforms;

/// <summary>How fast a platform expects its sellers to answer. What it does not say is null.</summary>
/// <param name="FirstResponseSeconds">The first response, in seconds.</param>
/// <param name="ResponseSeconds">Every later response, in seconds.</param>
/// <param name="ReplyRateTarget">Answered buyers by asking buyers, 0 to 1.</param>
/// <param name="AnswerRatioTarget">The shop's messages by the buyers' messages.</param>
/// <param name="Hours">When agents are at work, for example <c>09:00-23:00</c>.</param>
public sealed record ServiceClock(
    decimal? FirstResponseSeconds,
    decimal? ResponseSeconds,
    decimal? ReplyRateTarget,
    decimal? AnswerRatioTarget,
    string? Hours)
{
    /// <summary>Whether the platform takes a bot's replies for none: what the bot answered counts neither as replied to nor as missed.</summary>
    public bool IgnoresAutomatic { get; init; }

    /// <summary>Whether the platform takes notices such as 稍等 for no replies.</summary>
    public bool IgnoresNotices { get; init; }
}
