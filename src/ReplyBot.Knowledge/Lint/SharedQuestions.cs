using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Knowledge.Lint;

/// <summary>
/// The questions of scripts, to find those that stand twice. Scripts that can never apply to the same message (other channel,
/// product, buyer…) may share their questions.
/// </summary>
internal sealed class SharedQuestions
{
    /// <summary>The first script that asks a question; few questions have another.</summary>
    private readonly Dictionary<string, Script> _first = new(StringComparer.Ordinal);

    private readonly Dictionary<string, List<Script>> _further = new(StringComparer.Ordinal);

    /// <summary>The questions of many scripts.</summary>
    public static SharedQuestions Of(IEnumerable<ScriptKeys> scripts)
    {
        var questions = new SharedQuestions();
        foreach (var script in scripts)
            questions.File(script);
        return questions;
    }

    /// <summary>Takes up the questions of a script.</summary>
    public void File(ScriptKeys asked)
    {
        foreach (var key in asked.Questions)
        {
            if (key.Length == 0)
                continue;
            if (_first.TryAdd(key, asked.Script))
                continue;
            if (!_further.TryGetValue(key, out var others))
                _further.Add(key, others = []);
            others.Add(asked.Script);
        }
    }

    /// <summary>What is asked by a script as well as by itself once more or by another one taken up before; its own earlier state is none.</summary>
    public IEnumerable<Finding> Check(ScriptKeys asked)
    {
        var script = asked.Script;
        var own = new HashSet<string>(asked.Questions.Length, StringComparer.Ordinal);
        for (var i = 0; i < asked.Questions.Length; i++)
        {
            var key = asked.Questions[i];
            if (key.Length == 0)
                continue;
            var isNew = own.Add(key);
            var first = _first.GetValueOrDefault(key);
            if (isNew && first is null)
                continue;
            var (text, location) = asked.QuestionAt(i);
            var finding = (first is null ? [] : _further.GetValueOrDefault(key, []).Prepend(first))
                .Where(other => other.Id != script.Id)
                .Select(other => Compare(script, location, text, other)).FirstOrDefault(finding => finding is not null);
            if (!isNew)
            {
                finding ??= script.FindingAt(
                    location, FindingCodes.DuplicateVariant, Severity.Error, $"“{text}”在这条话术里出现了两次", $"'{text}' stands twice in this script");
            }
            if (finding is not null)
                yield return finding;
        }
    }

    private static Finding? Compare(Script script, SourceLocation location, string text, Script other)
    {
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
}
