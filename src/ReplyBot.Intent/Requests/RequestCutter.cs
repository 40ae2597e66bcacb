using System.Buffers;

namespace ReplyBot.Intent.Requests;

/// <summary>Cuts a message where a new request may begin.</summary>
internal static class RequestCutter
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("\n\r,，。.;；!！?？、~～ \t");
    private static readonly string[] Links = ["另外", "还有就是", "顺便", "对了", "然后", "还有,", "再问", "还想问"];

    /// <summary>The pieces as spans of the text; a piece shorter than <paramref name="shortest"/> goes with the next, at the end it is left out.</summary>
    public static List<(int Start, int Length)> Cut(string text, int shortest)
    {
        var pieces = new List<(int Start, int Length)>();
        var start = SkipMarks(text, 0);
        for (var i = start; i < text.Length; i++)
        {
            if (i - start < shortest || !(IsMark(text, i) || StartsLink(text, i)))
                continue;
            pieces.Add((start, i - start));
            start = SkipMarks(text, i);
            i = start;
        }

        if (text.Length - start >= shortest)
            pieces.Add((start, text.Length - start));
        return pieces;
    }

    private static int SkipMarks(string text, int at)
    {
        while (at < text.Length && Marks.Contains(text[at]))
            at++;
        return at;
    }

    /// <summary>A point or a comma between digits belongs to a number.</summary>
    private static bool IsMark(string text, int at) => Marks.Contains(text[at])
        && !(text[at] is '.' or ',' && at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]));

    private static bool StartsLink(string text, int at)
    {
        foreach (var link in Links)
            if (text.AsSpan(at).StartsWith(link, StringComparison.Ordinal))
                return true;
        return false;
    }
}
