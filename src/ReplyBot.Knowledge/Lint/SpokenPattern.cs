using System.Buffers;
using System.Text.RegularExpressions;

namespace ReplyBot.Knowledge.Lint;

/// <summary>A way of saying what should not be said.</summary>
/// <param name="Pattern">How it is built.</param>
/// <param name="Code">The finding's code.</param>
/// <param name="Zh">What is wrong, in Chinese.</param>
/// <param name="En">What is wrong, in English.</param>
/// <param name="Fix">What to say instead, or null.</param>
internal sealed record SpokenPattern(Regex Pattern, string Code, string Zh, string En, string? Fix)
{
    /// <summary>One of these stands in whatever the pattern finds, so that most texts are done with one look; null where none does.</summary>
    public SearchValues<string>? Hints { get; init; }

    /// <summary>Whether what stands between two places of a text is denied there; an insult stays one behind a 不.</summary>
    public Func<string, int, int, bool> IsDenied { get; init; } = Negation.Denies;
}
