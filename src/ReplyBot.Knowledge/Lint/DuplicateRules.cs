using ReplyBot.Knowledge.Rendering;
using ReplyBot.Knowledge.Scripts;
using ReplyBot.Text;

namespace ReplyBot.Knowledge.Lint;

/// <summary>
/// Finds questions that stand twice and scripts that are the same but for nouns, numbers and particles. Scripts that can
/// never apply to the same message (other channel, product, buyer…) may share their questions.
/// </summary>
internal static class DuplicateRules
{
    public static IEnumerable<Finding> Check(IReadOnlyList<Script> scripts) =>
        SharedQuestions(scripts).Concat(NearDuplicates.Check(scripts)).Concat(scripts.SelectMany(RepeatedWordings));

    private static IEnumerable<Finding> SharedQuestions(IReadOnlyList<Script> scripts)
    {
        var seen = new Dictionary<string, List<(Script Script, string Field)>>(StringComparer.Ordinal);
        foreach (var script in scripts)
        {
            foreach (var (text, field, location) in Questions(script))
            {
                var key = KeyOf(text);
                if (key.Length == 0)
                    continue;
                if (!seen.TryGetValue(key, out var others))
                    seen.Add(key, others = []);
                foreach (var other in others)
                {
                    if (Compare(script, location, text, other.Script) is { } finding)
                    {
                        yield return finding;
                        break;
                    }
                }

                others.Add((script, field));
            }
        }
    }

    private static Finding? Compare(Script script, SourceLocation location, string text, Script other)
    {
        if (ReferenceEquals(script, other))
        {
            return script.FindingAt(
                location, FindingCodes.DuplicateVariant, Severity.Error, $"“{text}”在这条话术里出现了两次", $"'{text}' stands twice in this script");
        }

        if (!script.When.Overlaps(other.When) || script.IsNotice || other.IsNotice)
            return null;
        var at = other.LocationOf("question");
        return script.Intent == other.Intent
            ? script.FindingAt(
                location, FindingCodes.SharedVariant, Severity.Warning,
                $"“{text}”也在 {other.Id}（{at.File}:{at.Line}）里", $"'{text}' is also in {other.Id} ({at.File}:{at.Line})")
            : script.FindingAt(
                location, FindingCodes.Contradiction, Severity.Error,
                $"“{text}”在 {other.Id}（{at.File}:{at.Line}）里有另一种回答",
                $"'{text}' is answered differently by {other.Id} ({at.File}:{at.Line})");
    }

    private static IEnumerable<Finding> RepeatedWordings(Script script)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < script.Wordings.Count; i++)
        {
            if (!seen.Add(KeyOf(script.Wordings[i].Text)))
            {
                yield return script.FindingAt(
                    script.LocationOf("wordings", i), FindingCodes.DuplicateWording, Severity.Error,
                    "两种回答一样，买家再问时会收到同样的话", "Two wordings are the same: a second ask gets the same words");
            }
        }
    }

    private static IEnumerable<(string Text, string Field, SourceLocation Location)> Questions(Script script)
    {
        yield return (script.Question, "question", script.LocationOf("question"));
        for (var i = 0; i < script.Variants.Count; i++)
            yield return (script.Variants[i], "variants", script.LocationOf("variants", i));
    }

    /// <summary>The text without marks, so that 在吗 and 在吗？ are one.</summary>
    internal static string KeyOf(string text) =>
        string.Concat(TextNormalizer.Default.Normalize(text).Where(c => char.IsLetterOrDigit(c) || c is '{' or '}' or '.' or '_'));
}
