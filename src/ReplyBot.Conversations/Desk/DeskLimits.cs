namespace ReplyBot.Conversations.Desk;

/// <summary>How much one agent may have in hand.</summary>
/// <param name="BuyersPerAgent">The most buyers held at once.</param>
public sealed record DeskLimits(int BuyersPerAgent)
{
    /// <summary>What holds where nothing is set.</summary>
    public static readonly DeskLimits Standard = new(50);
}
