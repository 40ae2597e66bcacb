namespace ReplyBot.Intent.Features;

/// <summary>The grams of an utterance, found once for all vocabularies of an index.</summary>
/// <param name="Index">The index.</param>
/// <param name="Prepared">The utterance.</param>
/// <param name="Grams">Its grams by their number in the index, in ascending order.</param>
/// <param name="Weights">1 + ln of how often each is there.</param>
internal sealed record MessageGrams(GramIndex Index, string Prepared, int[] Grams, float[] Weights)
{
    /// <summary>What a vocabulary makes of the utterance, see <see cref="GramVocabulary.Weigh"/>; one that is not in the index is asked itself.</summary>
    public int Weigh(GramVocabulary vocabulary, Span<int> grams, Span<float> weights) => Index.Weigh(this, vocabulary, grams, weights);
}
