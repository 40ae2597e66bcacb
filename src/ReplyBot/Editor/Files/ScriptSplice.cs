using ReplyBot.Knowledge.Files;
using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Editor.Files;

/// <summary>
/// Changes one script in a file's text and leaves every other line as it is, so that a save is a small diff whoever wrote the file.
/// The script itself is written in the canonical form. Where a file is laid out so that this cannot be done, all of it is written canonically.
/// </summary>
internal static class ScriptSplice
{
    /// <summary>The text with a script in the place of the one with its id.</summary>
    public static string Replace(string text, IReadOnlyList<Script> scripts, Script script)
    {
        var place = PlaceOf(scripts, script.Id);
        var (start, end) = LinesOf(text, scripts, place);
        var lines = text.Split('\n');
        return Checked(
            Join(lines[..start], Chunk(script, text), lines[end..]),
            [.. scripts.Take(place), script, .. scripts.Skip(place + 1)]);
    }

    /// <summary>The text with a script after all others.</summary>
    public static string Append(string text, IReadOnlyList<Script> scripts, Script script)
    {
        var lines = text.TrimEnd('\n', '\r', ' ').Split('\n');
        return Checked(Join(lines, Chunk(script, text), [""]), [.. scripts, script]);
    }

    /// <summary>The text without the script with this id.</summary>
    public static string Remove(string text, IReadOnlyList<Script> scripts, string id)
    {
        var place = PlaceOf(scripts, id);
        var (start, end) = LinesOf(text, scripts, place);
        var lines = text.Split('\n');
        return Checked(Join(lines[..start], [], lines[end..]), [.. scripts.Take(place), .. scripts.Skip(place + 1)]);
    }

    private static int PlaceOf(IReadOnlyList<Script> scripts, string id)
    {
        for (var place = 0; place < scripts.Count; place++)
            if (scripts[place].Id == id)
                return place;
        throw new ArgumentException($"The file has no script {id}.", nameof(id));
    }

    /// <summary>The lines of a script, without what stands below it for the reader's eye.</summary>
    private static (int Start, int End) LinesOf(string text, IReadOnlyList<Script> scripts, int place)
    {
        var lines = text.Split('\n');
        var start = scripts[place].Source!.Script.Line - 1;
        var end = scripts.Select(script => script.Source!.Script.Line - 1).Where(line => line > start).DefaultIfEmpty(lines.Length).Min();
        while (end > start + 1 && (lines[end - 1].AsSpan().Trim().IsEmpty || lines[end - 1].AsSpan().TrimStart().StartsWith("#")))
            end--;
        return (start, end);
    }

    private static string[] Chunk(Script script, string text)
    {
        var written = ScriptFile.Write([script]).TrimEnd('\n').Split('\n')[2..];
        return text.Contains("\r\n", StringComparison.Ordinal) ? [.. written.Select(line => line + "\r")] : written;
    }

    private static string Join(params ReadOnlySpan<string[]> parts)
    {
        var lines = new List<string>();
        foreach (var part in parts)
            lines.AddRange(part);
        return string.Join('\n', lines);
    }

    /// <summary>What was put together, if it reads as it should.</summary>
    private static string Checked(string text, Script[] wanted)
    {
        var canonical = ScriptFile.Write(wanted);
        var reading = ScriptFile.Read("", text);
        return reading.Findings.Count == 0 && ScriptFile.Write(reading.Scripts) == canonical ? text : canonical;
    }
}
