using System.Text;
using ReplyBot.Text.Normalization;
using ReplyBot.Text.Segmentation;

namespace ReplyBot.Text;

/// <summary>Finds emoji, kaomoji and chat stickers in normalised text: features of a message, not noise.</summary>
public sealed class EmoticonFinder
{
    private const string ResourceName = "emoticons.txt";
    private const char ZeroWidthJoiner = '\u200D';

    /// <summary>The longest face between brackets that is taken for one without being known.</summary>
    private const int LongestUnknownFace = 12;

    /// <summary>The fewest marks and foreign letters that make a face of what stands between brackets.</summary>
    private const int FewestFeatures = 2;

    /// <summary>Below are ©, ® and the like, which nobody means as a picture.</summary>
    private const int FirstPicture = 0x100;

    private readonly PhraseMatcher<EmoticonFeeling> known = new(ReadKnown(), PhraseMatching.Text);
    private readonly CodePointRanges pictographs = TextNormalizer.Default.Pictographs;

    private EmoticonFinder()
    {
    }

    /// <summary>The one finder; it never changes and may be used by any number of threads.</summary>
    public static EmoticonFinder Default { get; } = new();

    /// <summary>The emoticons of <paramref name="normalized"/> in order; of two that overlap the earlier, then the longer.</summary>
    public IReadOnlyList<Emoticon> Find(string normalized)
    {
        ArgumentNullException.ThrowIfNull(normalized);
        var candidates = known.Find(normalized).Select(match => new Emoticon(match.Start, match.Length, match.Value)).ToList();
        AddUnknown(normalized, candidates);
        if (candidates.Count == 0)
            return [];
        candidates.Sort((one, other) => one.Start != other.Start ? one.Start.CompareTo(other.Start) : other.Length.CompareTo(one.Length));
        var found = new List<Emoticon>(candidates.Count);
        var end = 0;
        foreach (var candidate in candidates)
        {
            if (candidate.Start < end)
                continue;
            found.Add(candidate);
            end = candidate.Start + candidate.Length;
        }

        return found;
    }

    private void AddUnknown(string text, List<Emoticon> candidates)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '(' && FaceLength(text.AsSpan(at)) is var length and > 0)
                candidates.Add(new Emoticon(at, length, EmoticonFeeling.None));
            if (Rune.TryGetRuneAt(text, at, out var rune) && rune.Value >= FirstPicture && pictographs.Contains(rune.Value))
            {
                candidates.Add(new Emoticon(at, rune.Utf16SequenceLength, EmoticonFeeling.None));
                at += rune.Utf16SequenceLength - 1;
            }
        }
    }

    /// <summary>The length of a bracketed face, as (๑•ᴗ•๑) is: no Chinese, no digits, marks or foreign letters instead; or 0.</summary>
    private static int FaceLength(ReadOnlySpan<char> text)
    {
        var features = 0;
        for (var i = 1; i < text.Length && i <= LongestUnknownFace; i++)
        {
            var c = text[i];
            if (c == ')')
                return features >= FewestFeatures ? i + 1 : 0;
            if (c == '(' || char.IsAsciiDigit(c) || CharacterKinds.Of(c) == CharacterKind.Han)
                return 0;
            if (!char.IsAsciiLetter(c) && c is not (' ' or ZeroWidthJoiner or ',' or '.' or '/' or ':' or '-' or '。' or '、'))
                features++;
        }

        return 0;
    }

    private static IEnumerable<(string Sign, EmoticonFeeling Feeling)> ReadKnown()
    {
        using var stream = typeof(EmoticonFinder).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidDataException($"The list {ResourceName} is not part of the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
                continue;
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            foreach (var sign in words.Skip(1))
                yield return (sign, Enum.Parse<EmoticonFeeling>(words[0], ignoreCase: true));
        }
    }
}
