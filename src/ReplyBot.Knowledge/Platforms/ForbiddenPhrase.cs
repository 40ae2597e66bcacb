namespace ReplyBot.Knowledge.Platforms;

/// <summary>A phrase that must not be said.</summary>
/// <param name="Phrase">The phrase.</param>
/// <param name="Rewrite">What to say instead, if the base names it.</param>
/// <param name="Reason">Why: <c>off-platform</c>, <c>platform</c>, or null.</param>
public sealed record ForbiddenPhrase(string Phrase, string? Rewrite = null, string? Reason = null);
