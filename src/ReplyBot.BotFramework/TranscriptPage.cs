namespace ReplyBot.BotFramework;

/// <summary>A stretch of a conversation.</summary>
/// <param name="Messages">The messages after the watermark asked for, in order.</param>
/// <param name="Newest">The newest sequence number in the conversation at the time of reading; 0 when it is empty.</param>
public sealed record TranscriptPage(IReadOnlyList<TranscriptMessage> Messages, long Newest);
