namespace ReplyBot.BotFramework;

/// <summary>A sign that a conversation moved.</summary>
/// <param name="TypingBy">Who is typing; null when there is something new to read.</param>
public readonly record struct TranscriptSignal(Participant? TypingBy = null);
