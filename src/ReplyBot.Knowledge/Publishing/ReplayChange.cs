namespace ReplyBot.Knowledge.Publishing;

/// <summary>A question that would be answered otherwise.</summary>
/// <param name="Question">The buyer's words.</param>
/// <param name="Before">The script that answers now, or null.</param>
/// <param name="After">The script that would answer, or null.</param>
public sealed record ReplayChange(string Question, string? Before, string? After);
