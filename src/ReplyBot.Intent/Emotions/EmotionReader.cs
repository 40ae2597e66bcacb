using System.Globalization;
using ReplyBot.Intent.Cues;
using ReplyBot.Text;

namespace ReplyBot.Intent.Emotions;

/// <summary>
/// Recognises a buyer's emotion by words, and its strength by words, marks and repetition. Steps: 1 find the words, the longest
/// at each place, 2 turn those around that a negation stands before, 3 add up per emotion, 4 strengthen by marks.
/// </summary>
internal sealed class EmotionReader
{
    private const double MarkStep = 0.1;
    private const double FurtherWordShare = 0.35;
    private const double LeastStrength = 0.3;
    private const int LabelCount = (int)EmotionLabel.Angry + 1;

    private readonly PhraseMatcher<Cue> cues;

    public EmotionReader()
    {
        cues = new PhraseMatcher<Cue>(
            CueTable.Rows("emotions").SelectMany(row =>
            {
                var cue = new Cue(Enum.Parse<EmotionLabel>(row[0]), double.Parse(row[1], CultureInfo.InvariantCulture));
                return row.Skip(2).Select(phrase => (phrase, cue));
            }),
            PhraseMatching.Text);
    }

    public Emotion Read(string normalized)
    {
        // 1 words
        var found = cues.Find(normalized).OrderByDescending(match => match.Length).ThenBy(match => match.Start).ToList();
        if (found.Count == 0)
            return Emotion.Neutral;
        var counted = new List<PhraseMatch<Cue>>();
        foreach (var match in found)
            if (!counted.Exists(longer => match.Start < longer.Start + longer.Length && longer.Start < match.Start + match.Length))
                counted.Add(match);

        // 2 and 3 negation, sums
        Span<double> sums = stackalloc double[LabelCount];
        sums.Clear();
        foreach (var match in counted)
        {
            var (label, strength) = match.Value;
            if (IsNegated(normalized, match.Start))
            {
                if (label != EmotionLabel.Happy)
                    continue;
                label = EmotionLabel.Dissatisfied;
            }

            ref var sum = ref sums[(int)label];
            sum = sum == 0 ? strength : Math.Max(sum, strength) + FurtherWordShare * Math.Min(sum, strength);
        }

        // 4 marks; anger outweighs dissatisfaction, which outweighs hurry, at equal strength
        var best = EmotionLabel.Neutral;
        for (var label = EmotionLabel.Happy; label <= EmotionLabel.Angry; label++)
            if (sums[(int)label] > 0 && sums[(int)label] >= sums[(int)best])
                best = label;
        if (sums[(int)best] < LeastStrength)
            return Emotion.Neutral;
        return new Emotion(best, Math.Min(1, sums[(int)best] + MarkStep * MarksIn(normalized)));
    }

    private static bool IsNegated(string text, int start)
    {
        if (start == 0)
            return false;
        if (text[start - 1] is '不' or '没' or '别' or '未' or '无')
            return true;
        return start > 1 && text[start - 2] is '不' or '没' && text[start - 1] is '太' or '是' or '很' or '够' or '有';
    }

    private static int MarksIn(string text)
    {
        var marks = 0;
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '!' || (text[i] == '?' && i > 0 && text[i - 1] == '?'))
                marks++;
        return Math.Min(marks, 3);
    }

    private sealed record Cue(EmotionLabel Label, double Strength);
}
