namespace ReplyBot.Knowledge.Search;

/// <summary>What an agent has typed so far.</summary>
/// <param name="Typed">The words, pinyin or initials.</param>
/// <param name="At">When it is asked; decides which scripts are valid.</param>
/// <param name="Channel">The channel of the conversation, or null for all.</param>
/// <param name="Top">How many hits are wanted.</param>
public sealed record LookupQuery(string Typed, DateTimeOffset At, string? Channel = null, int Top = 20);
