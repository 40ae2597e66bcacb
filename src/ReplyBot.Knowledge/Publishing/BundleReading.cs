namespace ReplyBot.Knowledge.Publishing;

/// <summary>What reading a stored bundle came to.</summary>
/// <param name="Bundle">The bundle, or null when it cannot be used.</param>
/// <param name="Problem">Why it cannot be used, or null.</param>
public sealed record BundleReading(ScriptBundle? Bundle, string? Problem);
