using System.Numerics.Tensors;
using ReplyBot.Intent.Cues;
using ReplyBot.Intent.Features;
using ReplyBot.Text;

namespace ReplyBot.Intent.Traits;

/// <summary>
/// What traits are read from. Labelled traits are few beside labelled intents, so what the intent model has learned of buyers'
/// language is used again: its networks' filters and the intents it thinks of, beside the message's own grams and tell-tale phrases.
/// </summary>
/// <param name="Message">The message.</param>
/// <param name="Grams">Its grams.</param>
/// <param name="Cues">The tell-tale phrases in it.</param>
/// <param name="Values">One number for each filter, each intent and each group of phrases; mostly zeros.</param>
internal sealed record TraitSignals(PreparedMessage Message, MessageGrams Grams, IReadOnlyList<PhraseMatch<int>> Cues, float[] Values)
{
    private const float IntentLength = 0.8f;
    private const float CueValue = 0.5f;
    private const float SmallestProbability = 1e-6f;

    /// <summary>An intent of probability e⁻⁹ counts nothing.</summary>
    private const float LeastLogarithm = 9;

    /// <summary>Where the groups of phrases begin in <see cref="Values"/>.</summary>
    public int CuesAt => Values.Length - CueFinder.Groups;

    /// <summary>Brings the signals to comparable sizes.</summary>
    /// <param name="message">The message.</param>
    /// <param name="grams">Its grams.</param>
    /// <param name="filters">What the networks' filters answered, 0 or more.</param>
    /// <param name="probabilities">The intents' probabilities.</param>
    public static TraitSignals Of(PreparedMessage message, MessageGrams grams, ReadOnlySpan<float> filters, ReadOnlySpan<float> probabilities)
    {
        var values = new float[filters.Length + probabilities.Length + CueFinder.Groups];
        ScaleTo(1, filters, values.AsSpan(0, filters.Length));

        // The logarithm keeps what the model only half thinks of.
        var intents = values.AsSpan(filters.Length, probabilities.Length);
        for (var i = 0; i < intents.Length; i++)
            intents[i] = MathF.Max(0, 1 + MathF.Log(probabilities[i] + SmallestProbability) / LeastLogarithm);
        ScaleTo(IntentLength, intents, intents);

        var cues = CueFinder.Find(message.Source.Text);
        foreach (var cue in cues)
            values[filters.Length + probabilities.Length + cue.Value] = CueValue;
        return new TraitSignals(message, grams, cues, values);
    }

    private static void ScaleTo(float length, ReadOnlySpan<float> values, Span<float> scaled)
    {
        var norm = TensorPrimitives.Norm(values);
        TensorPrimitives.Multiply(values, norm > 0 ? length / norm : 0, scaled);
    }
}
