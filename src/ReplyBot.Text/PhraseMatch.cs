namespace ReplyBot.Text;

/// <summary>An occurrence of a phrase in a normalised text.</summary>
/// <param name="Start">Index of its first character, in UTF-16 code units.</param>
/// <param name="Length">Number of its UTF-16 code units.</param>
/// <param name="Value">What the phrase stands for.</param>
/// <param name="ByPinyin">Whether only the readings agree, not the characters.</param>
public sealed record PhraseMatch<T>(int Start, int Length, T Value, bool ByPinyin);
