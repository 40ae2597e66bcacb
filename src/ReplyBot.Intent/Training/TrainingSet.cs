using System.Security.Cryptography;
using System.Text;
using ReplyBot.Intent.Journeys;

namespace ReplyBot.Intent.Training;

/// <summary>The labelled utterances that a model is trained on, in an order that does not depend on the file system.</summary>
public sealed class TrainingSet
{
    /// <summary>Makes a set without traits and stages.</summary>
    public TrainingSet(IEnumerable<TrainingUtterance> utterances)
        : this(utterances, TraitLines.None, new Dictionary<string, JourneyStage>())
    {
    }

    /// <summary>Makes a set; intents are sorted by id, utterances keep their order within an intent.</summary>
    /// <param name="utterances">The labelled utterances.</param>
    /// <param name="traits">The lines that traits are learned from.</param>
    /// <param name="stages">The stage in which each intent is usually asked; those that are asked at any stage are not in it.</param>
    public TrainingSet(IEnumerable<TrainingUtterance> utterances, TraitLines traits, IReadOnlyDictionary<string, JourneyStage> stages)
    {
        ArgumentNullException.ThrowIfNull(utterances);
        Utterances = [.. utterances.OrderBy(utterance => utterance.Intent, StringComparer.Ordinal)];
        Intents = [.. Utterances.Select(utterance => utterance.Intent).Distinct(StringComparer.Ordinal)];
        Traits = traits;
        Stages = stages;
        Hash = HashOf();
    }

    /// <summary>The utterances, intent by intent.</summary>
    public IReadOnlyList<TrainingUtterance> Utterances { get; }

    /// <summary>The ids of the intents that have utterances, sorted.</summary>
    public IReadOnlyList<string> Intents { get; }

    /// <summary>The lines that traits are learned from.</summary>
    public TraitLines Traits { get; }

    /// <summary>The stage in which each intent is usually asked; those that are asked at any stage are not in it.</summary>
    public IReadOnlyDictionary<string, JourneyStage> Stages { get; }

    /// <summary>SHA-256 over all utterances, traits and stages, in lower-case hexadecimal digits: what a model was trained on.</summary>
    public string Hash { get; }

    /// <summary>
    /// Reads <c>intents/taxonomy.tsv</c>, <c>intents/utterances/*.txt</c> and the labelled lines of traits beside them. Never throws: what cannot be read is a problem,
    /// and there is no set where fewer than two intents are left.
    /// </summary>
    /// <param name="knowledgeBaseDirectory">The folder of the knowledge base.</param>
    public static TrainingSetReading Read(string knowledgeBaseDirectory) => TrainingSetReader.Read(knowledgeBaseDirectory);

    private string HashOf()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (text, intent) in Utterances)
            hash.AppendData(Encoding.UTF8.GetBytes($"{intent}\t{text}\n"));
        foreach (var line in Traits.Emotions.Concat(Traits.BuyerTypes).Concat(Traits.Threats))
            hash.AppendData(Encoding.UTF8.GetBytes($"{line.Label}\t{line.Text}\t{line.Strength}\n"));
        foreach (var (intent, stage) in Stages.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            hash.AppendData(Encoding.UTF8.GetBytes($"{intent}\t{stage}\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
