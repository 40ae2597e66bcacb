namespace ReplyBot.Knowledge.Search;

/// <summary>A part of a text to show as matching.</summary>
/// <param name="Start">Where it begins, in UTF-16 code units.</param>
/// <param name="Length">How long it is.</param>
public readonly record struct Highlight(int Start, int Length);
