namespace ReplyBot.Knowledge.Lint;

/// <summary>A rule about what we say.</summary>
internal interface ITextRule
{
    /// <summary>Reports what the text breaks.</summary>
    void Check(CheckedText text);
}
