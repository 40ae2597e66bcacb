using System.Text.RegularExpressions;
using ReplyBot.Intent.Slots;

namespace ReplyBot.Intent.Tests.Slots;

/// <summary>Buyers write what they like; what looks for facts in it must not take longer the more cleverly it is written.</summary>
public sealed partial class SlotPatternTests
{
    [Fact]
    public void Patterns_RepeatNothingWithoutEnd()
    {
        SlotPattern[] patterns = [.. NumberPatterns.All, .. PlacePatterns.All, .. BodyPatterns.All, .. TimePatterns.All, .. MoneyPatterns.All];
        patterns.Length.ShouldBeGreaterThan(20);
        patterns.Select(pattern => pattern.Expression.ToString()).Where(pattern => Endless().IsMatch(pattern)).ShouldBeEmpty();
    }

    /// <summary>A star, a plus or a count without an upper end, unless it is escaped.</summary>
    [GeneratedRegex(@"(?<!\\)(?:[*+]|\{\d+,\})(?![^\[]*\])")]
    private static partial Regex Endless();
}
