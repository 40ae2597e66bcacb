namespace ReplyBot.Text.Matching;

/// <summary>What is heard at a place of a text: a syllable, or a letter or digit that is none.</summary>
/// <param name="Symbol">The syllable's number, or a symbol beyond all syllables.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct SoundUnit(char Symbol, int Start, int End);
