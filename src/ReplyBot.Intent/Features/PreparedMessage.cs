using ReplyBot.Text;

namespace ReplyBot.Intent.Features;

/// <summary>An utterance in the form that features are taken from, which still knows where it came from.</summary>
/// <param name="Source">The normalised text.</param>
/// <param name="Text">The prepared text with both edges.</param>
/// <param name="Offsets">For each character of <paramref name="Text"/> where its source begins in the normalised text; one more entry at the end.</param>
internal sealed record PreparedMessage(NormalizedText Source, string Text, int[] Offsets)
{
    /// <summary>The span of the original text that a span of the normalised text was made from.</summary>
    public (int Start, int Length) ToOriginal(int start, int end) => Source.ToOriginal(start, end - start);
}
