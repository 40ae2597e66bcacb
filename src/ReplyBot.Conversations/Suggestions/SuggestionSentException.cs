namespace ReplyBot.Conversations.Suggestions;

/// <summary>A change wanted to use a suggestion that was sent before; nothing of the change was stored.</summary>
/// <param name="suggestionId">The suggestion.</param>
public sealed class SuggestionSentException(string suggestionId) : Exception($"Suggestion {suggestionId} was sent before.");
