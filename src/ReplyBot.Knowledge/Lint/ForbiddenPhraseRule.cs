using System.Text.RegularExpressions;
using ReplyBot.Knowledge.Platforms;
using ReplyBot.Text;

namespace ReplyBot.Knowledge.Lint;

/// <summary>
/// Finds every listed phrase: other platforms' words, what a platform forbids, superlatives, promises that are never
/// kept, jargon, abuse, provocation, internal talk. A phrase inside a listed harmless context (第一时间 for 第一) does not count.
/// </summary>
internal sealed partial class ForbiddenPhraseRule : ITextRule
{
    /// <summary>A longer word of a platform cuts no other in two.</summary>
    private const int LongestAmbiguous = 3;

    private readonly PhraseMatcher<GuardedPhrase?> _matcher;
    private readonly Segmenter _words;

    public ForbiddenPhraseRule(KnowledgeBase knowledgeBase)
    {
        var phrases = PlatformWords(knowledgeBase.Platforms)
            .Concat(PlatformRules(knowledgeBase.Platforms))
            .Concat(knowledgeBase.Advertising.Forbidden.Select(one =>
                new GuardedPhrase(FindingCodes.Superlative, Severity.Error, one.Phrase, null, one.Rewrite)))
            .Concat(knowledgeBase.Policy.NeverPromise.Select(one =>
                new GuardedPhrase(FindingCodes.BrokenPromise, Severity.Error, one, null, null)))
            .Concat(ToneLexicon.Phrases)
            .Select(one => (one.Phrase, (GuardedPhrase?)one));
        _words = Segmenter.DictionaryAnd(knowledgeBase.Platforms.SelectMany(platform => platform.Names));
        var contexts = knowledgeBase.Advertising.Allow
            .Concat(knowledgeBase.Platforms.SelectMany(platform => platform.Allow))
            .Concat(ToneLexicon.Harmless)
            .Select(context => (context, (GuardedPhrase?)null));
        _matcher = new PhraseMatcher<GuardedPhrase?>(phrases.Concat(contexts), PhraseMatching.Text);
    }

    public void Check(CheckedText text)
    {
        var matches = _matcher.Find(text.Text).ToArray();
        foreach (var match in matches)
        {
            if (match.Value is not { } phrase
                || !phrase.AppliesTo(text.Channels)
                || !StandsAlone(text.Text, match.Start, match.Length)
                || (phrase.Code is FindingCodes.PlatformWord or FindingCodes.ForbiddenPhrase && CutsAWord(text.Text, match.Start, match.Length))
                || Mentioned().IsMatch(text.Text.AsSpan(match.Start + match.Length))
                || (phrase.Code == FindingCodes.Superlative && FactualSuperlative.IsFact(text.Text, match.Start, match.Length))
                || IsDenied(phrase.Code, text.Text, match.Start, match.Length)
                || matches.Any(other => other.Value is null && other.Start <= match.Start
                    && match.Start + match.Length <= other.Start + other.Length && other.Length > match.Length))
            {
                continue;
            }

            var (zh, en) = Describe(phrase);
            text.Report(phrase.Code, phrase.Severity, match.Start, match.Length, zh, en, phrase.Rewrite);
        }
    }

    /// <summary>We may say that we do not promise, claim or offer something; an insult stays one behind a 不.</summary>
    private static bool IsDenied(string code, string text, int at, int length) => code switch
    {
        FindingCodes.InternalNote => Negation.TakesBack(text, at + length),
        FindingCodes.BrokenPromise => PromiseRule.IsNegated(text, at) || Negation.TakesBack(text, at + length),
        FindingCodes.ForbiddenPhrase when Thanked().IsMatch(text.AsSpan(0, at)) => true,
        FindingCodes.Superlative or FindingCodes.ForbiddenPhrase => Negation.Denies(text, at, at + length),
        _ => false,
    };

    /// <summary>A phrase that begins or ends with a Latin letter or digit must not be part of a longer word (tb in TBS).</summary>
    internal static bool StandsAlone(string text, int start, int length)
    {
        var end = start + length;
        return !(char.IsAsciiLetterOrDigit(text[start]) && start > 0 && char.IsAsciiLetterOrDigit(text[start - 1]))
            && !(char.IsAsciiLetterOrDigit(text[end - 1]) && end < text.Length && char.IsAsciiLetterOrDigit(text[end]));
    }

    /// <summary>Whether the phrase only came about because two words meet: 进群 in 进群山; 快手上 is no 手上.</summary>
    private bool CutsAWord(string text, int start, int length)
    {
        if (length > LongestAmbiguous || text.AsSpan(start, length).ContainsAnyExceptInRange('\u3400', '\u9FFF'))
            return false;
        var end = start + length;
        foreach (var token in _words.Segment(text))
        {
            var tokenEnd = token.Start + token.Length;
            if ((token.Start < start && tokenEnd > start) || (token.Start < end && tokenEnd > end && text[tokenEnd - 1] is not ('上' or '里')))
                return true;
        }

        return false;
    }

    private static IEnumerable<GuardedPhrase> PlatformWords(IReadOnlyList<Platform> platforms) => platforms
        .SelectMany(platform => platform.Names
            .Concat(platform.Abbreviations).Concat(platform.Slang).Concat(platform.Disguises).Concat(platform.Terms)
            .Select(word => (Word: word, platform.Id)))
        .GroupBy(entry => TextNormalizer.Default.Normalize(entry.Word), StringComparer.Ordinal)
        .Select(group => new GuardedPhrase(
            FindingCodes.PlatformWord, Severity.Error, group.First().Word,
            group.Select(entry => entry.Id).ToHashSet(StringComparer.Ordinal),
            PlatformRewrites.For(group.First().Word)));

    private static IEnumerable<GuardedPhrase> PlatformRules(IReadOnlyList<Platform> platforms) => platforms
        .SelectMany(platform => platform.Forbidden.Select(rule => (Rule: rule, platform.Id)))
        .GroupBy(entry => TextNormalizer.Default.Normalize(entry.Rule.Phrase), StringComparer.Ordinal)
        .Select(group => new GuardedPhrase(
            FindingCodes.ForbiddenPhrase, Severity.Error, group.First().Rule.Phrase,
            group.Select(entry => entry.Id).ToHashSet(StringComparer.Ordinal),
            group.First().Rule.Rewrite));

    private static (string Zh, string En) Describe(GuardedPhrase phrase) => phrase.Code switch
    {
        FindingCodes.PlatformWord => ($"“{phrase.Phrase}”是某个平台专用的词，会被其他平台的买家看到", $"'{phrase.Phrase}' belongs to one platform and would reach buyers of another"),
        FindingCodes.ForbiddenPhrase => ($"平台规则不允许说“{phrase.Phrase}”", $"Platform rules forbid '{phrase.Phrase}'"),
        FindingCodes.Superlative => ($"广告法不允许用“{phrase.Phrase}”", $"Advertising law forbids '{phrase.Phrase}'"),
        FindingCodes.BrokenPromise => ($"“{phrase.Phrase}”超出了店铺能做到的承诺", $"'{phrase.Phrase}' promises more than the shop keeps"),
        FindingCodes.Jargon => ($"“{phrase.Phrase}”是行话，买家听不懂", $"'{phrase.Phrase}' is jargon that buyers do not know"),
        FindingCodes.Abuse => ($"“{phrase.Phrase}”是辱骂", $"'{phrase.Phrase}' is abuse"),
        FindingCodes.Provocation => ($"“{phrase.Phrase}”会激怒买家", $"'{phrase.Phrase}' provokes the buyer"),
        FindingCodes.FloorPrice => ($"“{phrase.Phrase}”会泄露底价或成本", $"'{phrase.Phrase}' gives away floor price or cost"),
        FindingCodes.InternalNote => ($"“{phrase.Phrase}”是内部的话，不能给买家看", $"'{phrase.Phrase}' is internal and not for buyers"),
        _ => ($"不能说“{phrase.Phrase}”", $"'{phrase.Phrase}' must not be said"),
    };

    /// <summary>What a buyer has given may be thanked for: 谢谢您的五星好评.</summary>
    [GeneratedRegex("(?:谢谢|感谢|多谢|收到|看到)[^，。！？,!?]{0,6}的?$")]
    private static partial Regex Thanked();

    /// <summary>The word itself is spoken of, or stands on the goods: 底价这种说法, 微信图案的手机壳.</summary>
    [GeneratedRegex("^(?:这种|这个|这样的|的|之类的?)?(?:说法|叫法|字样|图案|图样|贴纸)")]
    private static partial Regex Mentioned();
}
