using ReplyBot.Intent.Features;
using ReplyBot.Intent.Storage;

namespace ReplyBot.Intent.Traits;

/// <summary>The models of what a message shows of its writer; null where there were no labelled lines to learn it from.</summary>
/// <param name="Emotion">Tells emotions apart.</param>
/// <param name="Strength">Tells mild, plain and strong emotion apart.</param>
/// <param name="BuyerType">Tells types of buyers apart.</param>
/// <param name="Threat">Tells threats from all else.</param>
internal sealed record TraitModels(TraitModel? Emotion, TraitModel? Strength, TraitModel? BuyerType, TraitModel? Threat)
{
    /// <summary>No trait is known.</summary>
    public static readonly TraitModels None = new(null, null, null, null);

    /// <summary>The grams that they know.</summary>
    public IEnumerable<GramVocabulary> Vocabularies => All.OfType<TraitModel>().Select(model => model.Vocabulary);

    private TraitModel?[] All => [Emotion, Strength, BuyerType, Threat];

    public void Save(ModelWriter writer)
    {
        foreach (var model in All)
        {
            writer.Write(model is null ? 0 : 1);
            model?.Save(writer);
        }
    }

    public static TraitModels Load(ModelReader reader) => new(LoadOne(reader), LoadOne(reader), LoadOne(reader), LoadOne(reader));

    private static TraitModel? LoadOne(ModelReader reader) => reader.ReadInt32() == 0 ? null : TraitModel.Load(reader);
}
