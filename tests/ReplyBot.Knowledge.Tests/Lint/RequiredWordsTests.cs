using System.Reflection;
using System.Text.RegularExpressions;
using ReplyBot.Knowledge.Lint;

namespace ReplyBot.Knowledge.Tests.Lint;

public class RequiredWordsTests
{
    [Theory]
    [InlineData("退货", "退货")]
    [InlineData("退(?:货|款)", "退货 退款")]
    [InlineData("[退换]货了?", "退货 换货 退货了 换货了")]
    [InlineData("^(?<what>退)货$", "退货")]
    [InlineData("(?<!不)退(?=货)", "退")]
    [InlineData("(?:好评|五星)[^。]{0,9}?返现金", "返现金")]
    [InlineData("保证+今天", "今天")]
    [InlineData(@"三\.五元", "三.五元")]
    [InlineData("[]退]款", "]款 退款")]
    [InlineData("(?:[^]）]退款)", "退款")]
    [InlineData(@"[\]退]款", "]款 退款")]
    [InlineData("(?:投诉){2,3}|退款", "投诉 退款")]
    public void Of_WhenAWordMustStand_NamesIt(string pattern, string words) =>
        RequiredWords.Of(new Regex(pattern))!.Order(StringComparer.Ordinal).ShouldBe(words.Split(' ').Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("退?")]
    [InlineData("退款|.")]
    [InlineData("(?:退款)*")]
    [InlineData("[^退]")]
    [InlineData(@"\d")]
    [InlineData("[一-龥]")]
    [InlineData("(?i)ok")]
    [InlineData("[a-z-[b]]")]
    public void Of_WhenNoWordNeedStand_SaysNothing(string pattern) => RequiredWords.Of(new Regex(pattern)).ShouldBeNull();

    [Fact]
    public void Of_WhenOptionsChangeWhatIsMatched_SaysNothing() =>
        RequiredWords.Of(new Regex("ok", RegexOptions.IgnoreCase)).ShouldBeNull();

    /// <summary>Wherever a pattern of the rules finds something, one of its words stands there.</summary>
    [Fact]
    public void Of_WhenARulesPatternFindsSomething_HoldsAWordOfIt()
    {
        string[] lists = ["bad-lines.txt", "unfit.txt", "channel-bad-lines.txt", "fresh-bad-lines.txt", "later-bad-lines.txt", "unseen-bad-lines.txt", "fit.txt"];
        var lines = lists.SelectMany(OutboundGuardTests.Lines).ToArray();
        var wrong = Patterns().SelectMany(pattern =>
        {
            var words = RequiredWords.Of(pattern) ?? [""];
            return lines.SelectMany(line => pattern.Matches(line)).Where(match => !words.Any(word => match.Value.Contains(word, StringComparison.Ordinal)))
                .Select(match => $"{match.Value}: {pattern}");
        });

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Of_WhenGivenTheRulesPatterns_NamesWordsForNearlyAll() =>
        Patterns().Count(pattern => RequiredWords.Of(pattern) is null).ShouldBeLessThan(Patterns().Count() / 5);

    private static IEnumerable<Regex> Patterns() => typeof(RequiredWords).Assembly.GetTypes()
        .Where(type => type.Namespace == typeof(RequiredWords).Namespace)
        .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic))
        .Where(method => method.GetCustomAttribute<GeneratedRegexAttribute>() is not null)
        .Select(method => (Regex)method.Invoke(null, null)!);
}
