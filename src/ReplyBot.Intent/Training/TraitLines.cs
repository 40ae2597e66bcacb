namespace ReplyBot.Intent.Training;

/// <summary>The labelled messages that traits are learned from; a trait without lines is not recognised.</summary>
/// <param name="Emotions">Labelled by the names of <see cref="Intent.Emotions.EmotionLabel"/>.</param>
/// <param name="BuyerTypes">Labelled by the names of <see cref="Buyers.BuyerType"/>.</param>
/// <param name="Threats">Labelled by the names of <see cref="Intent.Threats.ThreatKind"/>.</param>
public sealed record TraitLines(IReadOnlyList<TraitLine> Emotions, IReadOnlyList<TraitLine> BuyerTypes, IReadOnlyList<TraitLine> Threats)
{
    /// <summary>The label of a message that shows no type of buyer and no threat.</summary>
    public const string NoLabel = "none";

    /// <summary>No lines.</summary>
    public static readonly TraitLines None = new([], [], []);
}
