using System.Security.Cryptography;
using System.Text;

namespace ReplyBot.Intent.Training;

/// <summary>The labelled utterances that a model is trained on, in an order that does not depend on the file system.</summary>
public sealed class TrainingSet
{
    /// <summary>Makes a set; intents are sorted by id, utterances keep their order within an intent.</summary>
    public TrainingSet(IEnumerable<TrainingUtterance> utterances)
    {
        ArgumentNullException.ThrowIfNull(utterances);
        Utterances = [.. utterances.OrderBy(utterance => utterance.Intent, StringComparer.Ordinal)];
        Intents = [.. Utterances.Select(utterance => utterance.Intent).Distinct(StringComparer.Ordinal)];
        Hash = HashOf(Utterances);
    }

    /// <summary>The utterances, intent by intent.</summary>
    public IReadOnlyList<TrainingUtterance> Utterances { get; }

    /// <summary>The ids of the intents that have utterances, sorted.</summary>
    public IReadOnlyList<string> Intents { get; }

    /// <summary>SHA-256 over all utterances and their intents, in lower-case hexadecimal digits: what a model was trained on.</summary>
    public string Hash { get; }

    /// <summary>
    /// Reads <c>intents/taxonomy.tsv</c> and <c>intents/utterances/*.txt</c>. Never throws: what cannot be read is a problem,
    /// and there is no set where fewer than two intents are left.
    /// </summary>
    /// <param name="knowledgeBaseDirectory">The folder of the knowledge base.</param>
    public static TrainingSetReading Read(string knowledgeBaseDirectory) => TrainingSetReader.Read(knowledgeBaseDirectory);

    private static string HashOf(IReadOnlyList<TrainingUtterance> utterances)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (text, intent) in utterances)
            hash.AppendData(Encoding.UTF8.GetBytes($"{intent}\t{text}\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
