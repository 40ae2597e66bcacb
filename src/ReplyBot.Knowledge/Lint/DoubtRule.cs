using System.Buffers;

namespace ReplyBot.Knowledge.Lint;

/// <summary>
/// Warns of a sentence that no rule names but that reads like those a shop should not say. It may be wrong and so never stops a text:
/// who writes it decides.
/// </summary>
internal sealed class DoubtRule(ConductModel model) : ITextRule
{
    /// <summary>In fewer characters there is too little to judge by, unless nothing else is said.</summary>
    public const int ShortestSentence = 7;

    private const int ShortestReply = 3;

    private static readonly SearchValues<char> Ends = SearchValues.Create("。！？!?\n");

    public void Check(CheckedText text)
    {
        // Where a rule has found something there is nothing left to guess.
        if (text.Findings.Count > 0)
            return;
        for (var start = 0; start < text.Text.Length;)
        {
            var length = text.Text.AsSpan(start).IndexOfAny(Ends);
            length = length < 0 ? text.Text.Length - start : length;
            if (length >= (length >= text.Text.Length - 1 ? ShortestReply : ShortestSentence) && IsChinese(text.Text.AsSpan(start, length)) && model.Score(text.Text.AsSpan(start, length)) > model.Threshold)
            {
                text.Report(
                    FindingCodes.Doubtful, Severity.Warning, start, length,
                    "这句话听起来不像客服该说的，请再看一遍", "This does not sound like something a shop should say; look again",
                    null);
            }

            start += length + 1;
        }
    }

    /// <summary>The model has learned from Chinese sentences; of others it knows nothing.</summary>
    private static bool IsChinese(ReadOnlySpan<char> sentence)
    {
        var letters = 0;
        foreach (var c in sentence)
            letters += char.IsAsciiLetter(c) ? 1 : 0;
        return letters <= sentence.Length / 2;
    }
}
