namespace ReplyBot.Conversations.Turns;

/// <summary>How running a pending turn ended.</summary>
/// <param name="IsDone">Whether nothing is pending any more.</param>
/// <param name="WaitsUntil">When to run it again, where it waits for the rest of what the buyer is typing; null where others kept being first.</param>
public readonly record struct TurnRun(bool IsDone, DateTimeOffset? WaitsUntil = null);
