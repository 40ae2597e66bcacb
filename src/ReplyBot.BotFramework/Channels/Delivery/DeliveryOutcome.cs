namespace ReplyBot.BotFramework.Channels.Delivery;

/// <summary>What can become of a message to a channel.</summary>
public enum DeliveryOutcome
{
    /// <summary>The channel has it.</summary>
    Delivered,

    /// <summary>The channel could not take it now; the same message is to be sent again later.</summary>
    TryLater,

    /// <summary>The channel will not take it, now or later.</summary>
    Rejected,
}
