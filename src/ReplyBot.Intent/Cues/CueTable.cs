namespace ReplyBot.Intent.Cues;

/// <summary>Reads the tables of tell-tale words that are part of this assembly: one row per class, its phrases separated by tabs.</summary>
internal static class CueTable
{
    /// <summary>The rows of a table, each as its columns.</summary>
    /// <param name="name">The file's name without extension.</param>
    public static IEnumerable<string[]> Rows(string name)
    {
        using var stream = typeof(CueTable).Assembly.GetManifestResourceStream($"{name}.cues")
            ?? throw new InvalidDataException($"The cues {name} are not part of the assembly.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => row.Split('\t', StringSplitOptions.RemoveEmptyEntries))];
    }
}
