using System.Text.RegularExpressions;
using ReplyBot.Intent.Slots;
using ReplyBot.Text;

namespace ReplyBot.Intent.Tests.Slots;

/// <summary>Buyers write what they like; what looks for facts in it must not take longer the more cleverly it is written.</summary>
public sealed partial class SlotPatternTests
{
    private static readonly SlotPattern[] All = [.. NumberPatterns.All, .. PlacePatterns.All, .. BodyPatterns.All, .. TimePatterns.All, .. MoneyPatterns.All];

    [Fact]
    public void Patterns_MatchNothingWithoutTheCharactersThatTheyNeed()
    {
        var lines = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Data"), "slots*").SelectMany(File.ReadLines).Select(TextNormalizer.Default.Normalize).ToList();
        var matches = All.SelectMany(pattern => lines.SelectMany(line => pattern.Expression.Matches(line).Select(match => (pattern, match.Value)))).ToList();
        matches.Count.ShouldBeGreaterThan(100);
        matches.Where(found => found.pattern.Needs is { } needs && !found.Value.AsSpan().ContainsAny(needs)).ShouldBeEmpty();
    }

    [Fact]
    public void Patterns_RepeatNothingWithoutEnd()
    {
        All.Length.ShouldBeGreaterThan(20);
        All.Select(pattern => pattern.Expression.ToString()).Where(pattern => Endless().IsMatch(pattern)).ShouldBeEmpty();
    }

    /// <summary>A star, a plus or a count without an upper end, unless it is escaped.</summary>
    [GeneratedRegex(@"(?<!\\)(?:[*+]|\{\d+,\})(?![^\[]*\])")]
    private static partial Regex Endless();
}
