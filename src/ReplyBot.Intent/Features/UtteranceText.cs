using ReplyBot.Text;

namespace ReplyBot.Intent.Features;

/// <summary>Brings an utterance into the form that features are taken from: normalised, numbers as one digit, ends marked.</summary>
internal static class UtteranceText
{
    /// <summary>Stands before the first and after the last character, so that a gram knows where the utterance begins and ends.</summary>
    public const char Edge = '\u0002';

    /// <summary>Stands for any number: which one it is says nothing of the intent.</summary>
    public const char Number = '0';

    /// <summary>Stands for a number as long as those of orders, parcels and phones.</summary>
    public const char LongNumber = '\u0003';

    private const int LongestPlainNumber = 9;

    /// <summary>Characters read of one utterance; a pasted page costs no more than a long message.</summary>
    public const int Longest = 400;

    /// <summary>Prepares an utterance; the result has both edges.</summary>
    public static string Prepare(string utterance)
    {
        Span<char> prepared = stackalloc char[Longest + 2];
        Span<int> offsets = stackalloc int[Longest + 2];
        return new string(prepared[..Prepare(TextNormalizer.Default.Normalize(utterance), prepared, offsets)]);
    }

    /// <summary>Prepares a normalised text and keeps where each character came from.</summary>
    public static PreparedMessage Prepare(NormalizedText normalized)
    {
        Span<char> prepared = stackalloc char[Longest + 2];
        Span<int> offsets = stackalloc int[Longest + 2];
        var length = Prepare(normalized.Text, prepared, offsets);
        return new PreparedMessage(normalized, new string(prepared[..length]), [.. offsets[..length], Math.Min(normalized.Text.Length, Longest)]);
    }

    private static int Prepare(ReadOnlySpan<char> text, Span<char> prepared, Span<int> offsets)
    {
        if (text.Length > Longest)
            text = text[..Longest];
        var length = 0;
        prepared[length++] = Edge;
        for (var i = 0; i < text.Length;)
        {
            if (MaskedValue.Find(text[i..], out var value) is > 0 and var mask)
            {
                offsets[length] = i;
                if (value is { } character)
                    prepared[length++] = character;
                i += mask;
                continue;
            }

            var digits = i;
            while (digits < text.Length && char.IsAsciiDigit(text[digits]))
                digits++;
            offsets[length] = i;
            if (digits == i)
            {
                prepared[length++] = text[i++];
                continue;
            }

            prepared[length++] = digits - i > LongestPlainNumber ? LongNumber : Number;
            i = digits;
        }

        offsets[0] = 0;
        offsets[length] = text.Length;
        prepared[length++] = Edge;
        return length;
    }
}
