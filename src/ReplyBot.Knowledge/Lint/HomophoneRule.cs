using ReplyBot.Text;

namespace ReplyBot.Knowledge.Lint;

/// <summary>
/// Finds slips of the input method: words that sound like what was meant (退宽 for 退款). First those that the shop's lexicon lists, then,
/// in what a person has just typed, any run of characters that is no word and sounds like a word of the base's own language.
/// </summary>
internal sealed class HomophoneRule : ITextRule
{
    private readonly PhraseMatcher<string> _listed;
    private readonly BaseLanguage? _language;

    /// <param name="knowledgeBase">The base.</param>
    /// <param name="forDrafts">Whether texts will come that a person has just typed; the base's own language is worked out only for them.</param>
    public HomophoneRule(KnowledgeBase knowledgeBase, bool forDrafts)
    {
        _listed = new PhraseMatcher<string>(knowledgeBase.Lexicon.Homophones.Select(slip => (slip.Key, slip.Value)), PhraseMatching.Text);
        _language = forDrafts ? new BaseLanguage(knowledgeBase) : null;
    }

    public void Check(CheckedText text)
    {
        foreach (var match in _listed.Find(text.Text))
            Report(text, match.Start, match.Length, match.Value);
        // A script was read by others before; what matters there is what the lexicon knows to be wrong.
        if (text.IsTemplate || _language is null)
            return;
        foreach (var (start, length, meant) in _language.Slips(text.Text))
            Report(text, start, length, meant);
    }

    private static void Report(CheckedText text, int start, int length, string meant) => text.Report(
        FindingCodes.Homophone, Severity.Warning, start, length,
        $"“{text.Text.Substring(start, length)}”可能是打错的同音字，是“{meant}”吗？",
        $"'{text.Text.Substring(start, length)}' looks like a slip of the input method for '{meant}'", meant);
}
