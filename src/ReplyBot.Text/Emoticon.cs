namespace ReplyBot.Text;

/// <summary>An emoji, kaomoji, chat sticker such as [大哭], or typed laughter, within a normalised text.</summary>
/// <param name="Start">Index of its first character, in UTF-16 code units.</param>
/// <param name="Length">Number of its UTF-16 code units.</param>
/// <param name="Feeling">What it shows.</param>
public readonly record struct Emoticon(int Start, int Length, EmoticonFeeling Feeling);
