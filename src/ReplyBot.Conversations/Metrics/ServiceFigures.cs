namespace ReplyBot.Conversations.Metrics;

/// <summary>Who is counted.</summary>
public enum Served
{
    /// <summary>Whoever replied first, as platforms count that take automatic replies for replies.</summary>
    Together,

    /// <summary>The bot alone.</summary>
    Bot,

    /// <summary>People alone; their clock starts when the buyer begins to wait for one.</summary>
    Human,
}

/// <summary>Durations in short.</summary>
/// <param name="Count">How many.</param>
/// <param name="AverageSeconds">Their average; 0 where there are none.</param>
/// <param name="MedianSeconds">The middle one.</param>
/// <param name="P90Seconds">Nine of ten are not longer.</param>
public sealed record DurationSummary(int Count, double AverageSeconds, double MedianSeconds, double P90Seconds)
{
    /// <summary>Sums up durations.</summary>
    public static DurationSummary Of(IReadOnlyCollection<TimeSpan> durations)
    {
        if (durations.Count == 0)
            return new DurationSummary(0, 0, 0, 0);
        var sorted = durations.Select(duration => duration.TotalSeconds).Order().ToList();
        return new DurationSummary(sorted.Count, sorted.Average(), At(sorted, 0.5), At(sorted, 0.9));
    }

    private static double At(List<double> sorted, double share) => sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Count) - 1)];
}

/// <summary>The service clocks of one channel, for everybody or one agent.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Served">Who is counted.</param>
/// <param name="AgentId">The agent, where only one is counted.</param>
/// <param name="BuyerMessages">Messages of buyers.</param>
/// <param name="Replies">Messages to buyers that count as replies.</param>
/// <param name="FirstResponse">首响: from a conversation's first message to the first reply.</param>
/// <param name="Response">From the first message nobody had replied to yet, to the reply.</param>
/// <param name="Asking">Buyers who asked.</param>
/// <param name="Missed">回复率's other side: conversations whose last question was not replied to.</param>
public sealed record ServiceFigures(
    string Channel,
    Served Served,
    string? AgentId,
    int BuyerMessages,
    int Replies,
    DurationSummary FirstResponse,
    DurationSummary Response,
    int Asking,
    IReadOnlyList<string> Missed)
{
    /// <summary>The shop.</summary>
    public string Shop { get; init; } = "";

    /// <summary>The shift, where only one is counted.</summary>
    public string? Shift { get; init; }

    /// <summary>答问比: replies by buyers' messages; 0 where nobody asked.</summary>
    public double AnswerRatio => BuyerMessages == 0 ? 0 : (double)Replies / BuyerMessages;

    /// <summary>回复率: buyers replied to by buyers who asked, 0 to 1; 1 where nobody asked.</summary>
    public double ReplyRate => Asking == 0 ? 1 : 1 - (double)Missed.Count / Asking;
}
