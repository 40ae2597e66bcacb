using ReplyBot.Intent.Traits;

namespace ReplyBot.Intent.Threats;

/// <summary>Finds threats.</summary>
/// <param name="model">Tells them from all else; null where it was never trained, then none is found.</param>
internal sealed class ThreatReader(TraitModel? model)
{
    /// <summary>The least probability of a threat; one that is missed costs more than one that a human looks at in vain.</summary>
    private const float LeastProbability = 0.4f;

    private readonly ThreatKind?[] kinds = [.. model?.Labels.Select(label => Enum.TryParse<ThreatKind>(label, out var kind) ? kind : (ThreatKind?)null) ?? []];

    public IReadOnlyList<Threat> Read(TraitSignals signals)
    {
        if (model is null)
            return [];
        List<Threat>? found = null;
        var probabilities = model.Probabilities(signals);
        for (var label = 0; label < kinds.Length; label++)
        {
            if (kinds[label] is not { } kind || probabilities[label] < LeastProbability)
                continue;
            var (start, length) = EvidenceFinder.Find(model, signals, label);
            (found ??= []).Add(new Threat(kind, start, length));
        }

        return found ?? [];
    }
}
