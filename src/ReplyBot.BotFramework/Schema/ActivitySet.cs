namespace ReplyBot.BotFramework.Schema;

/// <summary>Activities in order, and the watermark after the last of them; a set without one moves no watermark.</summary>
internal sealed record ActivitySet(IReadOnlyList<Activity> Activities, string? Watermark);
