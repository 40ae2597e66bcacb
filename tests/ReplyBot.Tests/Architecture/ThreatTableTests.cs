using System.Text.RegularExpressions;

namespace ReplyBot.Tests.Architecture;

/// <summary>The threat model names the tests that show its controls; a name that leads nowhere would show nothing.</summary>
public class ThreatTableTests
{
    private const int Columns = 5;

    private static readonly string[] Sources =
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories).Where(file => !file.Contains("/obj/", StringComparison.Ordinal)).Select(File.ReadAllText)];

    [Fact]
    public void EveryRow_NamesTestsThatExist()
    {
        // After the names of the columns and the line below them.
        var rows = File.ReadLines(Path.Combine(Repository.Root, "SECURITY.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Select(line => line.Trim('|').Split('|')).Where(cells => cells.Length == Columns).Skip(2).ToList();
        rows.Count.ShouldBeGreaterThan(15);
        foreach (var cells in rows)
        {
            var names = Regex.Matches(cells[^1], "`([^`]+)`").Select(match => match.Groups[1].Value).ToList();
            names.ShouldNotBeEmpty(cells[0]);
            names.ShouldAllBe(name => Exists(name));
        }
    }

    private static bool Exists(string name) => name.Split('.') switch
    {
        [var type] => Sources.Any(source => Declares(source, type)),
        [var type, var method] => Sources.Any(source => Declares(source, type) && Regex.IsMatch(source, $@"\b{Regex.Escape(method)}\(")),
        _ => false,
    };

    private static bool Declares(string source, string type) => Regex.IsMatch(source, $@"\bclass {Regex.Escape(type)}\b");
}
