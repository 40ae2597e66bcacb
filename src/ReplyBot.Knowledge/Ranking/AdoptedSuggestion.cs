namespace ReplyBot.Knowledge.Ranking;

/// <summary>What an agent did with the scripts that were suggested for a message.</summary>
/// <param name="Text">The buyer's message.</param>
/// <param name="Adopted">The script that was sent.</param>
public sealed record AdoptedSuggestion(string Text, string Adopted);
