namespace ReplyBot.Knowledge.Exchange;

/// <summary>The intent that a row without one was most likely meant for.</summary>
/// <param name="Id">The intent.</param>
/// <param name="Confidence">How sure the guess is, 0 to 1.</param>
public sealed record GuessedIntent(string Id, double Confidence);
