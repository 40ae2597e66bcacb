using System.Numerics.Tensors;
using ReplyBot.Text;

namespace ReplyBot.Intent.Traits;

/// <summary>Finds the words that show a trait: the stretch of the message that speaks most for it, widened to whole words.</summary>
internal static class EvidenceFinder
{
    /// <summary>The span in the original text.</summary>
    /// <param name="model">The model that recognised the trait.</param>
    /// <param name="signals">The message.</param>
    /// <param name="label">The number of the label.</param>
    public static (int Start, int Length) Find(TraitModel model, TraitSignals signals, int label)
    {
        var message = signals.Message;
        var (first, last) = BestStretch(model.Contributions(signals, label));
        var (start, end) = ToWords(message.Source.Text, message.Offsets[first], message.Offsets[last + 1]);
        return message.ToOriginal(start, end);
    }

    /// <summary>
    /// The stretch that stands out most: the largest sum of what its characters say beyond the average one (Kadane's algorithm),
    /// edges left out.
    /// </summary>
    private static (int First, int Last) BestStretch(float[] shares)
    {
        if (shares.Length <= 2)
            return (0, 0);
        var average = TensorPrimitives.Average<float>(shares.AsSpan(1, shares.Length - 2));
        var (best, bestFirst, bestLast) = (float.NegativeInfinity, 1, 1);
        var (sum, first) = (0f, 1);
        for (var i = 1; i < shares.Length - 1; i++)
        {
            if (sum <= 0)
                (sum, first) = (0, i);
            sum += shares[i] - average;
            if (sum > best)
                (best, bestFirst, bestLast) = (sum, first, i);
        }

        return (bestFirst, bestLast);
    }

    private static (int Start, int End) ToWords(string text, int start, int end)
    {
        foreach (var word in Segmenter.Default.Segment(text))
        {
            if (word.Start < start && start < word.Start + word.Length)
                start = word.Start;
            if (word.Start < end && end < word.Start + word.Length)
                end = word.Start + word.Length;
        }

        return (start, end);
    }
}
