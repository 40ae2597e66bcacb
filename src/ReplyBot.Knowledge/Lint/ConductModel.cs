using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace ReplyBot.Knowledge.Lint;

/// <summary>
/// How much a sentence reads like one that a shop should not say: a linear model over hashed runs of one to three characters and pairs with
/// any character between them (退…了, 不…退), learned from labelled lines by tools/conduct-model. It knows no rule and so also hears what no
/// list holds. Immutable.
/// </summary>
internal sealed class ConductModel
{
    public const int Buckets = 1 << 16;

    private const int HeaderBytes = 3 * sizeof(float);
    private const uint FnvOffset = 2166136261;
    private const uint FnvPrime = 16777619;
    private const char Edge = '\u0002';

    /// <summary>Stands in a pair for the character between.</summary>
    private const char Any = '\u0003';

    private readonly short[] _weights;
    private readonly float _scale;
    private readonly float _bias;

    public ConductModel(short[] weights, float scale, float bias, float threshold) =>
        (_weights, _scale, _bias, Threshold) = (weights, scale, bias, threshold);

    /// <summary>The model that is part of this assembly.</summary>
    public static ConductModel Default { get; } = Load();

    /// <summary>What scores above it is doubtful; chosen so that two in a hundred near misses do, and fewer of what is usually said.</summary>
    public float Threshold { get; }

    /// <summary>The score of a normalised sentence; higher is worse.</summary>
    public float Score(ReadOnlySpan<char> sentence)
    {
        Span<ushort> places = stackalloc ushort[Math.Min(sentence.Length + 2, MostCharacters) * PlacesPerCharacter];
        var count = Features(sentence, places);
        var sum = 0;
        foreach (var place in places[..count])
            sum += _weights[place];
        return count == 0 ? _bias : _bias + (sum * _scale / MathF.Sqrt(count));
    }

    /// <summary>Characters of a sentence that are read; what comes after them is another matter.</summary>
    public const int MostCharacters = 256;

    /// <summary>The runs and the pair that begin with a character.</summary>
    public const int PlacesPerCharacter = 4;

    /// <summary>The buckets of a sentence's runs of one to three characters and of its pairs. A number counts as one digit, a slot as one mark.</summary>
    /// <returns>How many were written to <paramref name="places"/>, which has room for <see cref="PlacesPerCharacter"/> a character.</returns>
    public static int Features(ReadOnlySpan<char> sentence, Span<ushort> places)
    {
        Span<char> text = stackalloc char[MostCharacters];
        var length = 0;
        text[length++] = Edge;
        foreach (var c in sentence)
        {
            var read = char.IsAsciiDigit(c) ? '0' : c;
            if (length < MostCharacters - 1 && !(read is '0' or CheckedText.SlotMark && text[length - 1] == read))
                text[length++] = read;
        }

        text[length++] = Edge;
        var count = 0;
        for (var start = 0; start < length; start++)
        {
            var first = Hash(FnvOffset, text[start]);
            places[count++] = Place(first);
            if (start + 1 >= length)
                break;
            var second = Hash(first, text[start + 1]);
            places[count++] = Place(second);
            if (start + 2 >= length)
                continue;
            places[count++] = Place(Hash(second, text[start + 2]));
            places[count++] = Place(Hash(Hash(first, Any), text[start + 2]));
        }

        return count;
    }

    private static uint Hash(uint hash, char c) => (hash ^ c) * FnvPrime;

    private static ushort Place(uint hash) => (ushort)(hash ^ (hash >> 16));

    /// <summary>The file of a model: scale, bias and threshold (4 bytes each, little-endian), then one signed little-endian number of two bytes per bucket.</summary>
    public byte[] ToFile()
    {
        var file = new byte[HeaderBytes + (Buckets * sizeof(short))];
        BinaryPrimitives.WriteSingleLittleEndian(file, _scale);
        BinaryPrimitives.WriteSingleLittleEndian(file.AsSpan(sizeof(float)), _bias);
        BinaryPrimitives.WriteSingleLittleEndian(file.AsSpan(2 * sizeof(float)), Threshold);
        MemoryMarshal.AsBytes(_weights.AsSpan()).CopyTo(file.AsSpan(HeaderBytes));
        return file;
    }

    private static ConductModel Load()
    {
        using var stream = typeof(ConductModel).Assembly.GetManifestResourceStream("conduct.bin")
            ?? throw new InvalidDataException("The conduct model is not part of the assembly.");
        var file = new byte[HeaderBytes + (Buckets * sizeof(short))];
        stream.ReadExactly(file);
        return new ConductModel(
            MemoryMarshal.Cast<byte, short>(file.AsSpan(HeaderBytes)).ToArray(),
            BinaryPrimitives.ReadSingleLittleEndian(file),
            BinaryPrimitives.ReadSingleLittleEndian(file.AsSpan(sizeof(float))),
            BinaryPrimitives.ReadSingleLittleEndian(file.AsSpan(2 * sizeof(float))));
    }
}
