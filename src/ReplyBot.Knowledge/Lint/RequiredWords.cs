using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ReplyBot.Knowledge.Lint;

/// <summary>
/// Reads from a regular expression words of which one stands in whatever it finds, as indexes over source code do (Cox, Regular
/// Expression Matching with a Trigram Index, 2012). What it does not understand makes it say less, never something wrong.
/// </summary>
internal sealed partial class RequiredWords
{
    /// <summary>More words for one stretch of a pattern than that tell no more than shorter ones do.</summary>
    private const int MostWords = 128;

    /// <summary>A class of more characters than that is as good as any character.</summary>
    private const int LargestClass = 16;

    /// <summary>How much rarer a word is than one that is a character shorter.</summary>
    private const double Rarity = 20;

    private readonly string _pattern;
    private int _at;

    private RequiredWords(string pattern) => _pattern = pattern;

    /// <summary>What a part of a pattern matches.</summary>
    /// <param name="Exact">All that it can match; null where that is much or unknown.</param>
    /// <param name="Needed">Words of which one stands in whatever it matches; null where there are none such.</param>
    private readonly record struct Part(HashSet<string>? Exact, HashSet<string>? Needed)
    {
        public static Part Unknown => default;

        public static Part Empty => Of("");

        public static Part Of(string text) => new([text], [text]);
    }

    /// <summary>Words of which one stands in every text that the pattern finds something in; null when there are none such.</summary>
    public static IReadOnlyCollection<string>? Of(Regex pattern)
    {
        var text = pattern.ToString();
        if ((pattern.Options & ~RegexOptions.CultureInvariant) != RegexOptions.None || NotUnderstood().IsMatch(text))
            return null;
        var needed = new RequiredWords(text).Alternatives().Needed;
        return IsTelling(needed) ? needed : null;
    }

    private Part Alternatives()
    {
        var all = Sequence();
        while (_at < _pattern.Length && _pattern[_at] == '|')
        {
            _at++;
            var other = Sequence();
            var exact = Union(all.Exact, other.Exact);
            all = new Part(exact?.Count > MostWords ? null : exact, Union(all.Needed, other.Needed));
        }

        return all;
    }

    private Part Sequence()
    {
        HashSet<string> run = [""];
        HashSet<string>? needed = null;
        var isExact = true;
        while (_at < _pattern.Length && _pattern[_at] is not ('|' or ')'))
        {
            var next = Repeated(Single());
            if (next.Exact is not { } exact)
            {
                needed = Rarer(Rarer(needed, run), next.Needed);
                (run, isExact) = ([""], false);
                continue;
            }

            if (run.Count * exact.Count > MostWords)
            {
                // The ends of what came before go on with what comes.
                needed = Rarer(needed, run);
                run = [.. run.Select(word => word.Length == 0 ? word : word[^1..])];
                isExact = false;
            }

            if (run.Count * exact.Count > MostWords)
                run = [""];
            run = [.. run.SelectMany(_ => exact, string.Concat)];
        }

        return new Part(isExact ? run : null, Rarer(needed, run));
    }

    /// <summary>One character, class or group.</summary>
    private Part Single()
    {
        var c = _pattern[_at++];
        return c switch
        {
            '^' or '$' => Part.Empty,
            '.' => Part.Unknown,
            '[' => Class(),
            '(' => Group(),
            '\\' => Escaped(_pattern[_at++]),
            _ => Part.Of(c.ToString()),
        };
    }

    private static Part Escaped(char c)
    {
        if (c is 'b' or 'B' or 'A' or 'z' or 'Z' or 'G')
            return Part.Empty;
        return char.IsAsciiLetterOrDigit(c) ? Part.Unknown : Part.Of(c.ToString());
    }

    private Part Group()
    {
        var opening = GroupOpening().Match(_pattern, _at);
        _at += opening.Length;
        var inside = Alternatives();
        _at++;
        return opening.Groups["around"].Success ? Part.Empty : inside;
    }

    private Part Class()
    {
        var isUnknown = _pattern[_at] == '^';
        _at += isUnknown ? 1 : 0;
        var members = new HashSet<string>();

        // A bracket that stands first is a member.
        for (var end = _pattern.IndexOf(']', _at + 1); _at < end; _at++)
        {
            if (_pattern[_at] == '\\')
            {
                _at++;
                isUnknown |= char.IsAsciiLetterOrDigit(_pattern[_at]);
                end = _at == end ? _pattern.IndexOf(']', end + 1) : end;
            }
            else if (_pattern[_at] == '-' && _at + 1 < end && members.Count > 0)
            {
                isUnknown = true;
            }

            members.Add(_pattern[_at].ToString());
        }

        _at++;
        return isUnknown || members.Count > LargestClass ? Part.Unknown : new Part(members, members);
    }

    private Part Repeated(Part part)
    {
        var (least, most) = Quantifier();
        if ((least, most) == (1, 1))
            return part;
        if (least > 0)
            return part with { Exact = null };
        return most == 1 && part.Exact is { } exact ? new Part([.. exact, ""], null) : Part.Unknown;
    }

    /// <summary>How often the part before is wanted; reads over it.</summary>
    private (int Least, int Most) Quantifier()
    {
        var found = Quantifiers().Match(_pattern, _at);
        _at += found.Length;
        return (found.Success ? found.Value[0] : ' ') switch
        {
            ' ' => (1, 1),
            '?' => (0, 1),
            '*' => (0, int.MaxValue),
            '+' => (1, int.MaxValue),
            _ => (int.Parse(found.Groups["least"].ValueSpan, CultureInfo.InvariantCulture), int.MaxValue),
        };
    }

    private static HashSet<string>? Union(HashSet<string>? one, HashSet<string>? other) =>
        one is null || other is null ? null : [.. one, .. other];

    /// <summary>Of two lists of words the one whose words fewer texts hold.</summary>
    private static HashSet<string>? Rarer(HashSet<string>? one, HashSet<string>? other) => Frequency(one) <= Frequency(other) ? one : other;

    private static bool IsTelling([NotNullWhen(true)] HashSet<string>? words) => words is not null && !words.Contains("");

    private static double Frequency(HashSet<string>? words) =>
        IsTelling(words) ? words.Sum(word => Math.Pow(Rarity, 1 - word.Length)) : double.PositiveInfinity;

    /// <summary>Options, conditions, comments, and a class taken out of a class.</summary>
    [GeneratedRegex(@"\(\?[a-z(#'-]|-\[")]
    private static partial Regex NotUnderstood();

    [GeneratedRegex(@"\G(?:\?(?:(?<around><?[=!])|[:>]|<\w+>))?")]
    private static partial Regex GroupOpening();

    [GeneratedRegex(@"\G(?:[?*+]|\{(?<least>\d+)(?:,\d*)?\})\??")]
    private static partial Regex Quantifiers();
}
