using System.Globalization;
using ReplyBot.Intent.Features;
using ReplyBot.Intent.Training;

namespace ReplyBot.Intent.Lint;

/// <summary>
/// Checks labelled utterances: lines that cannot be used, lines that are there twice or under two intents, nearly the same words
/// under two intents, and lines that are the same sentence but for nouns, numbers and particles.
/// </summary>
public static class UtteranceLint
{
    /// <summary>How alike two utterances of different intents may be, as the share of their character pairs that are in both.</summary>
    private const double NearlyTheSame = 0.7;

    /// <summary>Checks the utterances of a knowledge base; what cannot be read is a finding.</summary>
    /// <param name="knowledgeBaseDirectory">The folder of the knowledge base.</param>
    public static UtteranceLintReport Check(string knowledgeBaseDirectory)
    {
        var reading = TrainingSet.Read(knowledgeBaseDirectory);
        var findings = reading.Problems.Select(problem => new UtteranceFinding(UtteranceFault.Unusable, problem)).ToList();
        if (reading.Set is not { } set)
            return new UtteranceLintReport(findings, new Dictionary<string, int>());

        var utterances = set.Utterances;
        foreach (var (place, earlier, similarity) in NearDuplicates.Find(
            [.. utterances.Select(utterance => UtteranceText.Prepare(utterance.Text))],
            NearlyTheSame,
            (one, other) => utterances[one].Intent != utterances[other].Intent))
        {
            findings.Add(new UtteranceFinding(UtteranceFault.NearlyElsewhere, string.Create(CultureInfo.InvariantCulture,
                $"{utterances[place].Place}: 「{utterances[place].Text}」 is nearly ({similarity:0.00}) 「{utterances[earlier].Text}」 at {utterances[earlier].Place}")));
        }

        var sentences = CountSentences(utterances, SentenceMask.Of(knowledgeBaseDirectory), findings);
        return new UtteranceLintReport(findings, sentences);
    }

    private static SortedDictionary<string, int> CountSentences(IReadOnlyList<TrainingUtterance> utterances, SentenceMask mask, List<UtteranceFinding> findings)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var firsts = new Dictionary<(string Intent, string Sentence), TrainingUtterance>();
        foreach (var utterance in utterances)
        {
            // What is nothing but nouns and particles ("亲", "手机") is no sentence that could be repeated.
            var sentence = mask.Apply(utterance.Text) is { Length: > 1 } masked ? masked : utterance.Text;
            if (firsts.TryAdd((utterance.Intent, sentence), utterance))
                counts[utterance.Intent] = counts.GetValueOrDefault(utterance.Intent) + 1;
            else
                findings.Add(new UtteranceFinding(UtteranceFault.SameSentence,
                    $"{utterance.Place}: 「{utterance.Text}」 is the sentence 「{firsts[(utterance.Intent, sentence)].Text}」 at {firsts[(utterance.Intent, sentence)].Place}"));
        }

        return counts;
    }
}
