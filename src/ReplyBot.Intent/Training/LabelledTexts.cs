namespace ReplyBot.Intent.Training;

/// <summary>What a trainer sees: prepared utterances and the numbers of their intents.</summary>
/// <param name="Prepared">The utterances, prepared by <see cref="Features.UtteranceText"/>.</param>
/// <param name="Labels">For each the number of its intent.</param>
/// <param name="Intents">How many intents there are.</param>
internal sealed record LabelledTexts(string[] Prepared, int[] Labels, int Intents)
{
    /// <summary>The utterances at the given places.</summary>
    public LabelledTexts Select(IReadOnlyList<int> places) =>
        new([.. places.Select(place => Prepared[place])], [.. places.Select(place => Labels[place])], Intents);
}
