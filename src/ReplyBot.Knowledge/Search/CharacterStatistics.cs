using System.Runtime.CompilerServices;

namespace ReplyBot.Knowledge.Search;

/// <summary>
/// How telling each character is in a collection of texts, and how much each text tells. Characters are numbered, so that what is known of
/// them stands close together.
/// </summary>
internal sealed class CharacterStatistics
{
    private readonly float[] _weights = new float[char.MaxValue + 1];
    private readonly ushort[] _numbers = new ushort[char.MaxValue + 1];
    private readonly List<char> _characters = ['\0'];
    private readonly ushort[] _letters;
    private readonly Placed[] _texts;

    /// <param name="texts">The texts, letters and digits only.</param>
    public CharacterStatistics(IReadOnlyList<string> texts)
    {
        var containing = new int[char.MaxValue + 1];
        var lastIn = new int[char.MaxValue + 1];
        for (var i = 0; i < texts.Count; i++)
        {
            foreach (var c in texts[i])
            {
                if (lastIn[c] == i + 1)
                    continue;
                lastIn[c] = i + 1;
                containing[c]++;
            }
        }

        for (var c = 0; c < containing.Length; c++)
            _weights[c] = Bm25.InverseDocumentFrequency(texts.Count, containing[c]);
        for (var c = 0; c < containing.Length; c++)
        {
            if (containing[c] == 0)
                continue;
            _numbers[c] = (ushort)_characters.Count;
            _characters.Add((char)c);
        }

        _letters = new ushort[texts.Sum(text => text.Length)];
        _texts = new Placed[texts.Count];
        var start = 0;
        for (var i = 0; i < texts.Count; i++)
        {
            _texts[i] = new Placed(start, texts[i].Length, MassOf(texts[i]), Negates(texts[i]));
            foreach (var c in texts[i])
                _letters[start++] = _numbers[c];
        }
    }

    /// <summary>The inverse document frequency of a character.</summary>
    public float WeightOf(char c) => _weights[c];

    /// <summary>The number of a character; 0 for those that the collection does not have.</summary>
    public ushort NumberOf(char c) => _numbers[c];

    /// <summary>The numbers of the characters of a text of the collection.</summary>
    public ReadOnlySpan<ushort> NumbersOf(int text) => _letters.AsSpan(_texts[text].Start, _texts[text].Length);

    /// <summary>A text of the collection.</summary>
    public string TextOf(int text)
    {
        return string.Create(_texts[text].Length, (Statistics: this, Text: text), static (letters, from) =>
        {
            var numbers = from.Statistics.NumbersOf(from.Text);
            for (var i = 0; i < letters.Length; i++)
                letters[i] = from.Statistics._characters[numbers[i]];
        });
    }

    /// <summary>
    /// Looks at texts that are about to be compared. They lie all over memory, and whoever takes one after the other waits for each; what is
    /// asked for at once is waited for once.
    /// </summary>
    /// <returns>A number that means nothing: what nobody asked for would not be read.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Fetch(ReadOnlySpan<ScoredDocument> documents)
    {
        var sum = 0;
        foreach (var document in documents)
        {
            ref readonly var text = ref _texts[document.Document];
            if (text.Length > 0)
                sum += _letters[text.Start];
        }

        return sum;
    }

    /// <summary>What the texts take of memory, in bytes.</summary>
    public long TextBytes => (2L * _letters.Length) + (16L * _texts.Length);

    /// <summary>The summed weight of a text of the collection.</summary>
    public float MassOf(int text) => _texts[text].Mass;

    /// <summary>Whether a text of the collection negates.</summary>
    public bool Negates(int text) => _texts[text].Negates;

    /// <summary>Whether any text negates.</summary>
    public static bool Negates(ReadOnlySpan<char> text) => text.IndexOfAny('不', '没', '别') >= 0;

    /// <summary>The summed weight of any text.</summary>
    public float MassOf(ReadOnlySpan<char> text)
    {
        var mass = 0f;
        foreach (var c in text)
            mass += _weights[c];
        return mass;
    }

    /// <summary>A text of the collection; all that is asked of it stands together, since each text is fetched from memory.</summary>
    private readonly record struct Placed(int Start, int Length, float Mass, bool Negates);
}
