namespace ReplyBot.Text;

/// <summary>A word, number, mark or space within a text.</summary>
/// <param name="Start">Index of its first character, in UTF-16 code units.</param>
/// <param name="Length">Number of its UTF-16 code units, at least 1.</param>
public readonly record struct Token(int Start, int Length);
