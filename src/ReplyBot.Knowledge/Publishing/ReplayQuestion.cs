namespace ReplyBot.Knowledge.Publishing;

/// <summary>A question to replay against two bases.</summary>
/// <param name="Text">The buyer's words.</param>
/// <param name="Channel">The channel, or null for any.</param>
/// <param name="IntentConfidences">What the intent model says, or null.</param>
/// <param name="ExpectedScript">The script that must answer it (a golden question), or null.</param>
/// <param name="ExpectedIntent">The intent of which any script may answer it (a golden question), or null.</param>
public sealed record ReplayQuestion(
    string Text, string? Channel = null, IReadOnlyDictionary<string, double>? IntentConfidences = null, string? ExpectedScript = null,
    string? ExpectedIntent = null);
