namespace ReplyBot.Text.Segmentation;

/// <summary>The price of words: negative natural logarithms of their probability, in whole steps, so that sums are exact.</summary>
internal static class WordCosts
{
    /// <summary>Steps per unit of the natural logarithm.</summary>
    public const int StepsPerNat = 3000;

    /// <summary>What a character or run that no dictionary knows costs: a word seen once in jieba's 60 million.</summary>
    public const int Unknown = 18 * StepsPerNat;

    /// <summary>The cost of a word of this probability, at least 1 (0 means that there is no such word).</summary>
    public static int Of(double probability) => 1 + (int)Math.Round(-Math.Log(probability) * StepsPerNat);
}
