using ReplyBot.Text.Tables;

namespace ReplyBot.Text.Normalization;

/// <summary>Everything that normalising looks up.</summary>
/// <param name="Folding">What single code points become.</param>
/// <param name="Composer">Order and composition of marks.</param>
/// <param name="Simplifier">Traditional to Simplified.</param>
/// <param name="Pictographs">Unicode's Extended_Pictographic characters and skin tones: where a zero-width joiner has a meaning.</param>
internal sealed record NormalizationTables(
    FoldingTable Folding, CanonicalComposer Composer, Simplifier Simplifier, CodePointRanges Pictographs)
{
    /// <summary>The name of the embedded table.</summary>
    public const string ResourceName = "normalization.bin";

    /// <summary>Loads the embedded table.</summary>
    public static NormalizationTables Load() => Read(TableReader.OpenResource(ResourceName));

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static NormalizationTables Read(TableReader reader) => new(
        FoldingTable.Read(reader), CanonicalComposer.Read(reader), Simplifier.Read(reader), CodePointRanges.Read(reader));

    /// <summary>Writes the parts in order.</summary>
    public void Write(TableWriter writer)
    {
        Folding.Write(writer);
        Composer.Write(writer);
        Simplifier.Write(writer);
        Pictographs.Write(writer);
    }
}
