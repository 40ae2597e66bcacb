using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Knowledge.Lint;

/// <summary>
/// The rules about what we say, the same for a wording, an import, a suggestion, an agent's draft and a text at the
/// moment of sending. Immutable; any number of threads may check at a time.
/// </summary>
public sealed class OutboundGuard
{
    /// <summary>The most characters of a wording: nobody reads a longer message.</summary>
    public const int LongestWording = 2000;

    private readonly ITextRule[] _forbidding;

    /// <summary>Rules that only warn; they come last.</summary>
    private readonly ITextRule[] _warning;

    /// <summary>The rules of a knowledge base (or of a published bundle's content).</summary>
    public OutboundGuard(KnowledgeBase knowledgeBase)
        : this(knowledgeBase, forDrafts: true)
    {
    }

    /// <summary>The rules of a knowledge base, without those that only drafts need where none will come.</summary>
    internal OutboundGuard(KnowledgeBase knowledgeBase, bool forDrafts)
    {
        ArgumentNullException.ThrowIfNull(knowledgeBase);
        _forbidding =
        [
            new ForbiddenPhraseRule(knowledgeBase),
            new PlatformDisguiseRule(knowledgeBase.Platforms),
            new FlatReplyRule(),
            new RefusalRule(ConductModel.Default),
            new PatternRule(
                [.. ConductPatterns.All, .. ScornPatterns.All, .. ClaimPatterns.All, .. DisclosurePatterns.All, .. ColleaguePatterns.All, .. ContactPatterns.All, .. EnglishPatterns.All]),
            new PromiseRule(knowledgeBase.Policy),
            new TimePromiseRule(),
            new PersonalDataRule(knowledgeBase.Shop),
            new SlotRule(),
        ];
        _warning = [new HomophoneRule(knowledgeBase, forDrafts), new DoubtRule(ConductModel.Default)];
    }

    /// <summary>Checks a text that is about to be said on a channel. Slots must be filled by then.</summary>
    /// <param name="text">The text.</param>
    /// <param name="channel">The channel's id; an unknown one is held to the rules of all.</param>
    /// <param name="approvedYuan">What a supervisor allowed to promise, where that is more than an agent may.</param>
    /// <returns>What is wrong, in the order of the text; empty when it may be sent as it is.</returns>
    public IReadOnlyList<TextFinding> Check(string text, string channel, decimal approvedYuan = 0)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(channel);
        return Check(new CheckedText(text, [channel], isTemplate: false) { ApprovedYuan = approvedYuan });
    }

    /// <summary>Whether a text must not be said on a channel. Nobody reads warnings about what the bot says, so that only rules that forbid are asked.</summary>
    /// <param name="text">The text.</param>
    /// <param name="channel">The channel's id; an unknown one is held to the rules of all.</param>
    public bool Forbids(string text, string channel) => Forbidding(text, channel).Any();

    /// <summary>What forbids a text on a channel, in the order of the text; cheaper than a check, because nothing looks for what is only doubtful.</summary>
    /// <param name="text">The text.</param>
    /// <param name="channel">The channel's id; an unknown one is held to the rules of all.</param>
    public IEnumerable<TextFinding> Forbidding(string text, string channel)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(channel);
        var examined = new CheckedText(text, [channel], isTemplate: false);
        foreach (var rule in _forbidding)
            rule.Check(examined);
        return Ordered(examined.Findings).Where(finding => finding.Severity == Severity.Error);
    }

    /// <summary>Checks a template whose slots are still to be filled, for every channel that it could reach.</summary>
    /// <param name="template">The template.</param>
    /// <param name="channels">The channels; empty for all.</param>
    public IReadOnlyList<TextFinding> CheckTemplate(string template, IReadOnlyList<string> channels)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(channels);
        if (template.Length > LongestWording)
        {
            return
            [
                new TextFinding(
                    FindingCodes.TooLong, Severity.Error, 0, template.Length,
                    "回答超过 2000 字，没有人会读完", "The reply is longer than 2,000 characters; nobody reads that"),
            ];
        }

        return Check(new CheckedText(template, channels.Count == 0 ? ScriptVocabulary.Channels : channels, isTemplate: true));
    }

    private TextFinding[] Check(CheckedText text)
    {
        foreach (var rule in _forbidding)
            rule.Check(text);
        foreach (var rule in _warning)
            rule.Check(text);
        return text.Findings.Count == 0 ? [] : [.. Ordered(text.Findings)];
    }

    private static IEnumerable<TextFinding> Ordered(IReadOnlyList<TextFinding> findings) => findings
        .Where(finding => !IsSaidAlready(finding, findings))
        .OrderBy(finding => finding.Start).ThenBy(finding => finding.Code, StringComparer.Ordinal);

    /// <summary>Whether a platform's word stands in a phrase that is forbidden as a whole: mended by itself it would leave half of the phrase.</summary>
    private static bool IsSaidAlready(TextFinding finding, IReadOnlyList<TextFinding> others) =>
        finding.Code == FindingCodes.PlatformWord && others.Any(other => other.Code != finding.Code && other is { Severity: Severity.Error, Fix: not null }
            && other.Start <= finding.Start && finding.Start + finding.Length <= other.Start + other.Length);
}
