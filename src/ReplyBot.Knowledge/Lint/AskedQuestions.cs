using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Knowledge.Lint;

/// <summary>What is asked in a script: the standard question first, then its variants, each in the form in which questions are compared.</summary>
/// <param name="Script">The script.</param>
/// <param name="Keys">The questions without marks; empty where nothing is left of one.</param>
internal sealed record AskedQuestions(Script Script, string[] Keys)
{
    public static AskedQuestions Of(Script script)
    {
        var keys = new string[script.Variants.Count + 1];
        keys[0] = DuplicateRules.KeyOf(script.Question);
        for (var i = 0; i < script.Variants.Count; i++)
            keys[i + 1] = DuplicateRules.KeyOf(script.Variants[i]);
        return new AskedQuestions(script, keys);
    }

    /// <summary>The question at a place among the keys, as written, and where it stands.</summary>
    public static (string Text, SourceLocation Location) Question(Script script, int at) => at == 0
        ? (script.Question, script.LocationOf("question"))
        : (script.Variants[at - 1], script.LocationOf("variants", at - 1));
}
