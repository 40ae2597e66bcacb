using ReplyBot.Knowledge.Scripts;
using ReplyBot.Text;

namespace ReplyBot.Knowledge.Lint;

/// <summary>Finds questions that stand twice, scripts that are the same but for nouns, numbers and particles, and wordings that repeat each other.</summary>
internal sealed class DuplicateRules
{
    private const int UsualLength = 256;

    private readonly SharedQuestions _questions;
    private readonly NearDuplicates _answers;

    /// <summary>Takes up scripts, so that others can be held against them.</summary>
    public DuplicateRules(IReadOnlyList<Script> scripts)
    {
        var keys = ScriptKeys.Of(scripts);
        _questions = SharedQuestions.Of(keys);
        _answers = NearDuplicates.Of(keys);
    }

    /// <summary>What stands twice in a whole base; of two scripts the later one is told.</summary>
    public static IEnumerable<Finding> Check(IReadOnlyList<Script> scripts)
    {
        var questions = new SharedQuestions();
        var keys = ScriptKeys.Of(scripts);
        foreach (var script in keys)
        {
            foreach (var finding in questions.Check(script).Concat(RepeatedWordings(script)))
                yield return finding;
            questions.File(script);
        }
        foreach (var finding in NearDuplicates.Check(keys))
            yield return finding;
    }

    /// <summary>What of a script stands in it twice or in another of those taken up.</summary>
    public IEnumerable<Finding> Check(Script script)
    {
        var keys = ScriptKeys.Of(script);
        return _questions.Check(keys).Concat(_answers.Check(keys)).Concat(RepeatedWordings(keys));
    }

    private static IEnumerable<Finding> RepeatedWordings(ScriptKeys script)
    {
        for (var i = 1; i < script.Wordings.Length; i++)
        {
            if (Array.IndexOf(script.Wordings, script.Wordings[i], 0, i) >= 0)
            {
                yield return script.Script.FindingAt(
                    script.Script.LocationOf("wordings", i), FindingCodes.DuplicateWording, Severity.Error,
                    "两种回答一样，买家再问时会收到同样的话", "Two wordings are the same: a second ask gets the same words");
            }
        }
    }

    /// <summary>The text without marks, so that 在吗 and 在吗？ are one.</summary>
    internal static string KeyOf(string text)
    {
        var normal = TextNormalizer.Default.Normalize(text);
        var buffer = normal.Length <= UsualLength ? stackalloc char[UsualLength] : new char[normal.Length];
        var length = 0;
        foreach (var c in normal)
        {
            if (char.IsLetterOrDigit(c) || c is '{' or '}' or '.' or '_')
                buffer[length++] = c;
        }

        return length == normal.Length ? normal : new string(buffer[..length]);
    }
}
