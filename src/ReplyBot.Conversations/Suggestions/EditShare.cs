using System.Globalization;

namespace ReplyBot.Conversations.Suggestions;

/// <summary>How much of a suggestion an agent changed before sending it.</summary>
public static class EditShare
{
    /// <summary>
    /// The changed share: 0 where both say the same, 1 where nothing of the suggestion is left. The smallest number of characters put
    /// in, taken out or exchanged (Levenshtein), by the length of the longer text.
    /// </summary>
    public static double Of(string suggested, string sent)
    {
        var longer = Math.Max(suggested.Length, sent.Length);
        return longer == 0 ? 0 : (double)Distance(suggested, sent) / longer;
    }

    /// <summary>The share as it stands in an event: two decimals, not 0 where something was changed.</summary>
    public static string Write(double share) =>
        (share is > 0 and < 0.01 ? 0.01 : share).ToString("0.##", CultureInfo.InvariantCulture);

    private static int Distance(string left, string right)
    {
        var row = new int[right.Length + 1];
        for (var j = 0; j < row.Length; j++)
            row[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j - 1], above) + 1, diagonal + (left[i - 1] == right[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }
        return row[^1];
    }
}
