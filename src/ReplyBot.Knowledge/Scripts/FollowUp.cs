namespace ReplyBot.Knowledge.Scripts;

/// <summary>A script to say by oneself some time after this one was said.</summary>
/// <param name="After">The time to wait.</param>
/// <param name="Script">The id of the script to say then.</param>
public sealed record FollowUp(TimeSpan After, string Script);
