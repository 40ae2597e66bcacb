using ReplyBot.Text;

namespace ReplyBot.Intent.Features;

/// <summary>Brings an utterance into the form that features are taken from: normalised, numbers as one digit, ends marked.</summary>
internal static class UtteranceText
{
    /// <summary>Stands before the first and after the last character, so that a gram knows where the utterance begins and ends.</summary>
    public const char Edge = '\u0002';

    /// <summary>Stands for any number: which one it is says nothing of the intent.</summary>
    public const char Number = '0';

    /// <summary>Characters read of one utterance; a pasted page costs no more than a long message.</summary>
    public const int Longest = 400;

    /// <summary>Prepares an utterance; the result has both edges.</summary>
    public static string Prepare(string utterance)
    {
        var text = TextNormalizer.Default.Normalize(utterance);
        if (text.Length > Longest)
            text = text[..Longest];
        Span<char> prepared = stackalloc char[Longest + 2];
        var length = 0;
        prepared[length++] = Edge;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
            {
                if (prepared[length - 1] != Number)
                    prepared[length++] = Number;
            }
            else
            {
                prepared[length++] = c;
            }
        }

        prepared[length++] = Edge;
        return new string(prepared[..length]);
    }
}
