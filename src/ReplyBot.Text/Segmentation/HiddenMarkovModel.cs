using ReplyBot.Text.Tables;

namespace ReplyBot.Text.Segmentation;

/// <summary>
/// jieba's model for words that no dictionary knows: each character is the beginning, middle or end of a word, or a word by
/// itself; Viterbi's algorithm finds the likeliest states.
/// </summary>
internal sealed class HiddenMarkovModel
{
    /// <summary>The states in jieba's order: begin, end, middle, single.</summary>
    public const int StateCount = 4;

    /// <summary>The index of the state "begins a word".</summary>
    public const int Begin = 0;

    /// <summary>The index of the state "ends a word".</summary>
    public const int End = 1;

    /// <summary>The index of the state "is a word".</summary>
    public const int Single = 3;

    private const float Impossible = -1e6f;
    private const char FirstHan = '\u3400';
    private const char LastHan = '\u9FFF';

    private readonly float[] start;
    private readonly float[] transitions;
    private readonly char[] characters;
    private readonly float[] emissions;
    private readonly float[] emissionsByCharacter;

    private HiddenMarkovModel(float[] start, float[] transitions, char[] characters, float[] emissions)
    {
        this.start = start;
        this.transitions = transitions;
        this.characters = characters;
        this.emissions = emissions;
        emissionsByCharacter = new float[(LastHan - FirstHan + 1) * StateCount];
        Array.Fill(emissionsByCharacter, Impossible);
        for (var i = 0; i < characters.Length; i++)
            emissions.AsSpan(i * StateCount, StateCount).CopyTo(emissionsByCharacter.AsSpan((characters[i] - FirstHan) * StateCount));
    }

    /// <summary>Finds the likeliest states of a run of Chinese characters.</summary>
    /// <param name="run">The characters, at least one.</param>
    /// <param name="states">Receives the state of each character.</param>
    /// <param name="cameFrom">Working space of <see cref="StateCount"/> times the length of the run.</param>
    public void FindStates(ReadOnlySpan<char> run, Span<byte> states, Span<byte> cameFrom)
    {
        Span<float> scores = stackalloc float[StateCount];
        Span<float> next = stackalloc float[StateCount];
        var emitted = EmissionsOf(run[0]);
        for (var state = 0; state < StateCount; state++)
            scores[state] = start[state] + emitted[state];
        for (var i = 1; i < run.Length; i++)
        {
            emitted = EmissionsOf(run[i]);
            for (var state = 0; state < StateCount; state++)
            {
                var best = 0;
                for (var before = 1; before < StateCount; before++)
                {
                    if (scores[before] + transitions[(before * StateCount) + state] > scores[best] + transitions[(best * StateCount) + state])
                        best = before;
                }

                next[state] = scores[best] + transitions[(best * StateCount) + state] + emitted[state];
                cameFrom[(i * StateCount) + state] = (byte)best;
            }

            next.CopyTo(scores);
        }

        var last = scores[End] > scores[Single] ? End : Single;
        for (var i = run.Length - 1; i >= 0; i--)
        {
            states[i] = (byte)last;
            last = cameFrom[(i * StateCount) + last];
        }
    }

    /// <summary>Builds the model from natural logarithms; impossible ones are as small as jieba writes them.</summary>
    public static HiddenMarkovModel Build(float[] start, float[] transitions, IReadOnlyDictionary<char, float[]> emissions)
    {
        var known = emissions.Where(entry => entry.Key is >= FirstHan and <= LastHan).OrderBy(entry => entry.Key).ToArray();
        return new HiddenMarkovModel(
            [.. start.Select(Bound)],
            [.. transitions.Select(Bound)],
            [.. known.Select(entry => entry.Key)],
            [.. known.SelectMany(entry => entry.Value).Select(Bound)]);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static HiddenMarkovModel Read(TableReader reader) =>
        new(reader.ReadArray<float>(), reader.ReadArray<float>(), reader.ReadArray<char>(), reader.ReadArray<float>());

    /// <summary>Writes start, transitions, the characters known, and their emissions.</summary>
    public void Write(TableWriter writer)
    {
        writer.WriteArray<float>(start);
        writer.WriteArray<float>(transitions);
        writer.WriteArray<char>(characters);
        writer.WriteArray<float>(emissions);
    }

    private static float Bound(float logarithm) => Math.Max(logarithm, Impossible);

    private ReadOnlySpan<float> EmissionsOf(char c) => c is < FirstHan or > LastHan
        ? emissionsByCharacter.AsSpan(0, StateCount)
        : emissionsByCharacter.AsSpan((c - FirstHan) * StateCount, StateCount);
}
