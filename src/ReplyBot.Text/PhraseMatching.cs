namespace ReplyBot.Text;

/// <summary>What a <see cref="PhraseMatcher{T}"/> compares.</summary>
public enum PhraseMatching
{
    /// <summary>The characters of the normalised text only.</summary>
    Text,

    /// <summary>The characters, and the readings of the characters, so that words written with homophones are found too.</summary>
    TextAndPinyin,
}
