using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Knowledge.Lint;

/// <summary>What is asked and said in a script, each text in the form in which texts are compared.</summary>
/// <param name="Script">The script.</param>
/// <param name="Questions">The standard question first, then the variants, without marks; empty where nothing is left of one.</param>
/// <param name="Wordings">The wordings without marks.</param>
internal sealed record ScriptKeys(Script Script, string[] Questions, string[] Wordings)
{
    public static ScriptKeys Of(Script script)
    {
        var questions = new string[script.Variants.Count + 1];
        questions[0] = DuplicateRules.KeyOf(script.Question);
        for (var i = 0; i < script.Variants.Count; i++)
            questions[i + 1] = DuplicateRules.KeyOf(script.Variants[i]);
        var wordings = new string[script.Wordings.Count];
        for (var i = 0; i < wordings.Length; i++)
            wordings[i] = DuplicateRules.KeyOf(script.Wordings[i].Text);
        return new ScriptKeys(script, questions, wordings);
    }

    /// <summary>The keys of many scripts, in their order.</summary>
    public static ScriptKeys[] Of(IReadOnlyList<Script> scripts) => scripts.AsParallel().AsOrdered().Select(Of).ToArray();

    /// <summary>The question at a place among the keys, as written, and where it stands.</summary>
    public (string Text, SourceLocation Location) QuestionAt(int at) => at == 0
        ? (Script.Question, Script.LocationOf("question"))
        : (Script.Variants[at - 1], Script.LocationOf("variants", at - 1));
}
