using ReplyBot.Intent.Traits;

namespace ReplyBot.Intent.Buyers;

/// <summary>Recognises types of buyers; a message may show more than one.</summary>
/// <param name="model">Tells the types apart; null where it was never trained, then none is found.</param>
internal sealed class BuyerTypeReader(TraitModel? model)
{
    /// <summary>The least probability of a type; what no single type fills, two may share.</summary>
    private const float LeastProbability = 0.35f;

    private readonly BuyerType?[] types = [.. model?.Labels.Select(label => Enum.TryParse<BuyerType>(label, out var type) ? type : (BuyerType?)null) ?? []];

    public IReadOnlyList<BuyerTypeEvidence> Read(TraitSignals signals)
    {
        if (model is null)
            return [];
        List<BuyerTypeEvidence>? found = null;
        var probabilities = model.Probabilities(signals);
        for (var label = 0; label < types.Length; label++)
        {
            if (types[label] is not { } type || probabilities[label] < LeastProbability)
                continue;
            var (start, length) = EvidenceFinder.Find(model, signals, label);
            (found ??= []).Add(new BuyerTypeEvidence(type, start, length));
        }

        found?.Sort((one, other) => one.Start.CompareTo(other.Start));
        return found ?? [];
    }
}
