using System.Diagnostics;
using System.Text;
using ReplyBot.Knowledge.Files;

namespace ReplyBot.Knowledge.Tests.Files;

public class YamlTestSuiteTests
{
    [SharedFact("badinputs/yaml-test-suite")]
    public void Read_WhenGivenEveryYamlOfTheSuite_AnswersWithFindings()
    {
        var watch = Stopwatch.StartNew();
        var files = Directory.GetFiles(Repository.FindShared("badinputs/yaml-test-suite/src")!, "*.yaml");
        foreach (var file in files)
        {
            var text = File.ReadAllText(file);
            var reading = ScriptFile.Read(Path.GetFileName(file), text);
            reading.Findings.ShouldNotBeEmpty(file);

            // Each file of the suite carries the odd YAML itself as an indented block: take that too.
            foreach (var block in Blocks(text))
                ScriptFile.Read(Path.GetFileName(file), block).Scripts.ShouldBeEmpty(file);
        }

        files.Length.ShouldBeGreaterThan(300);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    private static IEnumerable<string> Blocks(string text)
    {
        StringBuilder? block = null;
        foreach (var line in text.Split('\n'))
        {
            if (line.TrimStart().StartsWith("yaml: |", StringComparison.Ordinal))
            {
                block = new StringBuilder();
            }
            else if (block is not null && (line.StartsWith("    ", StringComparison.Ordinal) || line.Length == 0))
            {
                block.Append(line.Length == 0 ? "" : line[4..].Replace('␣', ' ').Replace("———»", "\t", StringComparison.Ordinal).Replace("∎", "", StringComparison.Ordinal)).Append('\n');
            }
            else if (block is not null)
            {
                yield return block.ToString();
                block = null;
            }
        }

        if (block is not null)
            yield return block.ToString();
    }
}
