using ReplyBot.Text.Tables;

namespace ReplyBot.Text.Segmentation;

/// <summary>What cutting words looks up.</summary>
/// <param name="Dictionary">The words with their <see cref="WordCosts"/>.</param>
/// <param name="Model">The model for unknown words.</param>
internal sealed record SegmentationTables(Trie Dictionary, HiddenMarkovModel Model)
{
    /// <summary>The name of the embedded table.</summary>
    public const string ResourceName = "segmentation.bin";

    /// <summary>The embedded table, loaded once.</summary>
    public static SegmentationTables Shared { get; } = Read(TableReader.OpenResource(ResourceName));

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static SegmentationTables Read(TableReader reader) => new(Trie.Read(reader), HiddenMarkovModel.Read(reader));

    /// <summary>Writes the parts in order.</summary>
    public void Write(TableWriter writer)
    {
        Dictionary.Write(writer);
        Model.Write(writer);
    }
}
