using FsCheck;
using FsCheck.Fluent;
using ReplyBot.Text.Matching;

namespace ReplyBot.Text.Tests.Matching;

public class PhraseAutomatonTests
{
    [Fact]
    public void Step_WhenAnyPatternsAndText_FindsWhatASearchFinds()
    {
        var words = Gen.Choose('a', 'c').Select(c => (char)c).ArrayOf().Select(letters => new string(letters));
        Prop.ForAll(words.ArrayOf().ToArbitrary(), words.ToArbitrary(), (given, text) =>
        {
            var patterns = given.Where(pattern => pattern.Length > 0).Distinct().ToArray();
            var expected = patterns.SelectMany(pattern => Enumerable.Range(0, text.Length)
                .Where(start => string.CompareOrdinal(text, start, pattern, 0, pattern.Length) == 0)
                .Select(start => (start, pattern)));
            return Find(patterns, text).Order().SequenceEqual(expected.Order());
        }).QuickCheckThrowOnFailure();
    }

    private static IEnumerable<(int Start, string Pattern)> Find(string[] patterns, string text)
    {
        var automaton = PhraseAutomaton.Build(patterns);
        var state = PhraseAutomaton.Start;
        for (var i = 0; i < text.Length; i++)
        {
            state = automaton.Step(state, text[i]);
            for (var at = automaton.FirstEnding(state); at != PhraseAutomaton.Start; at = automaton.NextEnding(at))
            {
                var pattern = patterns[automaton.PatternAt(at)];
                yield return (i + 1 - pattern.Length, pattern);
            }
        }
    }
}
