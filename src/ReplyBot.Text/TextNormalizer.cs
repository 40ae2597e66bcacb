using System.Text;
using ReplyBot.Text.Normalization;

namespace ReplyBot.Text;

/// <summary>
/// Brings buyers' text into the one form that everything else compares. Steps:
/// 1 fold: Unicode's NFKC_Casefold (full and half width, ligatures, case), invisible and control characters dropped, white space
///   to a space, a lone surrogate to U+FFFD; a zero-width joiner stays between the parts of an emoji;
/// 2 compose marks with their letters (NFC);
/// 3 Traditional to Simplified, by phrase, then by character;
/// 4 squeeze: a repeated letter or emoji to three, a repeated mark to two, spaces to one and none at the ends; digits stay.
/// Emoji and kaomoji are kept. Normalising a second time changes nothing.
/// </summary>
public sealed class TextNormalizer
{
    private const char ZeroWidthJoiner = '\u200D';
    private const char VariationSelector16 = '\uFE0F';
    private const int UsualLength = 256;

    private readonly NormalizationTables tables;
    private readonly CharacterTraits[] traits;

    /// <summary>A normalizer over the given tables.</summary>
    internal TextNormalizer(NormalizationTables tables)
    {
        this.tables = tables;
        traits = new CharacterTraits[char.MaxValue + 1];
        for (var i = 0; i < traits.Length; i++)
        {
            var c = (char)i;
            traits[i] = (tables.Folding.Keeps(c) && !char.IsSurrogate(c) && c != ZeroWidthJoiner ? 0 : CharacterTraits.Folds)
                | (tables.Simplifier.IsTraditional(c) ? CharacterTraits.Traditional : 0)
                | (c == ' ' ? CharacterTraits.Space : 0);
        }

        foreach (var trigger in tables.Composer.Triggers())
            traits[trigger] |= CharacterTraits.Composes;
    }

    /// <summary>The one normalizer; it never changes and may be used by any number of threads.</summary>
    public static TextNormalizer Default { get; } = new(NormalizationTables.Load());

    /// <summary>The characters that are emoji, or could be.</summary>
    internal CodePointRanges Pictographs => tables.Pictographs;

    /// <summary>Normalises <paramref name="text"/>; a text that is normal already is returned itself.</summary>
    public string Normalize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (IsNormal(text))
            return text;
        var buffer = new NormalizationBuffer(stackalloc char[UsualLength], stackalloc int[UsualLength]);
        Fill(text, ref buffer);
        var normalized = buffer.Characters.SequenceEqual(text) ? text : new string(buffer.Characters);
        buffer.Dispose();
        return normalized;
    }

    /// <summary>Normalises <paramref name="text"/> and remembers where each character came from.</summary>
    public NormalizedText NormalizeWithOffsets(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var buffer = new NormalizationBuffer(stackalloc char[UsualLength], stackalloc int[UsualLength]);
        Fill(text, ref buffer);
        var normalized = buffer.Characters.SequenceEqual(text) ? text : new string(buffer.Characters);
        var offsets = buffer.ToOffsets();
        buffer.Dispose();
        return new NormalizedText(normalized, offsets);
    }

    /// <summary>Whether the text is normal for sure; some normal texts (with emoji, or with three equal letters) are not seen.</summary>
    private bool IsNormal(string text)
    {
        var before = '\0';
        var beforeThat = '\0';
        foreach (var c in text)
        {
            if (traits[c] is not (CharacterTraits.None or CharacterTraits.Space) || (c == before && (c == ' ' || c == beforeThat)))
                return false;
            beforeThat = before;
            before = c;
        }

        return text.Length == 0 || (text[0] != ' ' && before != ' ');
    }

    private void Fill(string text, ref NormalizationBuffer buffer)
    {
        // 1 fold
        var needed = Fold(text, ref buffer);

        // 2 compose
        if (needed.HasFlag(CharacterTraits.Composes))
            tables.Composer.Compose(ref buffer);

        // 3 simplify
        if (needed.HasFlag(CharacterTraits.Traditional))
            tables.Simplifier.Convert(buffer.Characters);

        // 4 squeeze
        RunSqueezer.Squeeze(ref buffer);
    }

    private CharacterTraits Fold(string text, ref NormalizationBuffer buffer)
    {
        var needed = CharacterTraits.None;
        buffer.SourceEnd = text.Length;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var trait = traits[c];
            if (!trait.HasFlag(CharacterTraits.Folds))
            {
                needed |= trait;
                buffer.Append(c, i);
                continue;
            }

            if (Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var width) != System.Buffers.OperationStatus.Done)
                rune = Rune.ReplacementChar;
            needed |= FoldOne(text, i, width, rune, ref buffer);
            i += width - 1;
        }

        return needed;
    }

    private CharacterTraits FoldOne(string text, int at, int width, Rune rune, ref NormalizationBuffer buffer)
    {
        Span<char> units = stackalloc char[2];
        ReadOnlySpan<char> folded = units[..rune.EncodeToUtf16(units)];
        if (rune.Value == ZeroWidthJoiner)
            folded = JoinsPictographs(text, at, ref buffer) ? folded : [];
        else if (tables.Folding.TryFold(rune.Value, out var mapped))
            folded = mapped;

        var needed = CharacterTraits.None;
        foreach (var c in folded)
        {
            needed |= traits[c];
            buffer.Append(c, at);
        }

        // The second half of a pair that stays has its own place, so that offsets are true to the unit.
        if (folded.Length == 2 && width == 2 && char.IsLowSurrogate(folded[1]))
            buffer.Sources[^1] = at + 1;
        return needed;
    }

    private bool JoinsPictographs(string text, int at, ref NormalizationBuffer buffer)
    {
        var next = at + 1;
        if (next < text.Length && text[next] == VariationSelector16)
            next++;
        return next < text.Length
            && Rune.TryGetRuneAt(text, next, out var after)
            && Rune.DecodeLastFromUtf16(buffer.Characters, out var before, out _) == System.Buffers.OperationStatus.Done
            && tables.Pictographs.Contains(before.Value)
            && tables.Pictographs.Contains(after.Value)
            && !tables.Folding.TryFold(after.Value, out _);
    }
}
