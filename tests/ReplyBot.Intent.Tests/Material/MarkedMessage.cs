using System.Text;

namespace ReplyBot.Intent.Tests.Material;

/// <summary>A message whose slots are marked in the text as {Kind value|surface}, or {Kind surface} where only the span is labelled.</summary>
internal sealed record MarkedMessage(string Text, IReadOnlyList<MarkedSlot> Slots)
{
    /// <summary>Takes the marks out of a line.</summary>
    public static MarkedMessage Parse(string line)
    {
        var text = new StringBuilder();
        var slots = new List<MarkedSlot>();
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] != '{')
            {
                text.Append(line[i]);
                continue;
            }

            var end = line.IndexOf('}', i);
            var (kind, rest) = line[(i + 1)..end].Split(' ', 2) is [var first, var second] ? (first, second) : throw new FormatException(line);
            var (value, surface) = rest.Split('|') is [var before, var after] ? (before, after) : (null, rest);
            slots.Add(new MarkedSlot(kind, text.Length, surface.Length, value));
            text.Append(surface);
            i = end;
        }

        return new MarkedMessage(text.ToString(), slots);
    }
}
