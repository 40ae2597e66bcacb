using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Knowledge.Files;

/// <summary>Script files as text, in both directions.</summary>
public static class ScriptFile
{
    /// <summary>Reads the text of one script file.</summary>
    /// <param name="path">The path below the knowledge base, for findings.</param>
    /// <param name="text">The file's text.</param>
    public static ScriptFileReading Read(string path, string text)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(text);
        var findings = new FileFindings(path);
        if (YamlDocument.Read(text, findings) is not { } mapping)
            return new ScriptFileReading([], findings.All);
        var reader = new MappingReader(mapping, findings);
        return reader.CheckSchema()
            ? new ScriptFileReading(ScriptFileReader.Read(reader), findings.All)
            : new ScriptFileReading([], findings.All);
    }

    /// <summary>
    /// Writes scripts in the one canonical form: keys in a fixed order, nothing that says only "any", lists of short texts
    /// in one line, quotes only where YAML needs them, no comments. Reading it back gives equal scripts.
    /// </summary>
    public static string Write(IEnumerable<Script> scripts)
    {
        ArgumentNullException.ThrowIfNull(scripts);
        return ScriptFileWriter.Write(scripts);
    }
}
