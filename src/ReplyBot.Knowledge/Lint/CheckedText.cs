using ReplyBot.Knowledge.Rendering;
using ReplyBot.Text;

namespace ReplyBot.Knowledge.Lint;

/// <summary>A text under examination, in the forms that the rules look at.</summary>
internal sealed class CheckedText
{
    /// <summary>Stands where a slot stood.</summary>
    public const char SlotMark = '◇';

    /// <summary>A character within a clause, as a pattern.</summary>
    public const string Clause = "[^，。！？；,!?;]";

    private readonly List<TextFinding> _findings = [];

    /// <param name="original">The text as it would be said.</param>
    /// <param name="channels">The channels that it could reach.</param>
    /// <param name="isTemplate">Whether its slots are still to be filled.</param>
    public CheckedText(string original, IReadOnlyList<string> channels, bool isTemplate)
    {
        Original = original;
        Channels = channels;
        IsTemplate = isTemplate;
        Normalized = SplitCharacters.Join(TextNormalizer.Default.NormalizeWithOffsets(isTemplate ? BlankSlots(original) : original));
    }

    public string Original { get; }

    public IReadOnlyList<string> Channels { get; }

    public bool IsTemplate { get; }

    /// <summary>What a supervisor allowed to promise.</summary>
    public decimal ApprovedYuan { get; init; }

    public NormalizedText Normalized { get; }

    /// <summary>The normalised text, of a template without the names of its slots: those are not said.</summary>
    public string Text => Normalized.Text;

    public IReadOnlyList<TextFinding> Findings => _findings;

    /// <summary>Reports a span of the normalised text.</summary>
    public void Report(string code, Severity severity, int start, int length, string zh, string en, string? fix = null)
    {
        var (from, count) = Normalized.ToOriginal(start, length);
        ReportOriginal(code, severity, from, count, zh, en, fix);
    }

    /// <summary>Reports a span of the original text, unless a finding of the same rule already covers it.</summary>
    public void ReportOriginal(string code, Severity severity, int start, int length, string zh, string en, string? fix = null)
    {
        if (_findings.Exists(known => known.Code == code && known.Start <= start && start + length <= known.Start + known.Length))
            return;
        _findings.RemoveAll(known => known.Code == code && start <= known.Start && known.Start + known.Length <= start + length);
        _findings.Add(new TextFinding(code, severity, start, length, zh, en, fix));
    }

    private static string BlankSlots(string template)
    {
        if (!template.Contains("{{", StringComparison.Ordinal))
            return template;
        var blanked = template.ToCharArray();
        foreach (var slot in SlotTemplate.Parse(template).Parts.OfType<SlotPart>())
            blanked.AsSpan(slot.Start, slot.Length).Fill(SlotMark);
        return new string(blanked);
    }
}
