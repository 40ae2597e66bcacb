using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ReplyBot.Text.Tables;

/// <summary>
/// Reads arrays, one after another, from a table file: the length of the content (4 bytes, little-endian), then the content
/// compressed with Brotli. The content is a row of arrays: number of elements, bytes per element (4 bytes each), elements.
/// </summary>
internal sealed class TableReader
{
    private readonly byte[] content;
    private int position;

    /// <summary>Opens the bytes of a table file.</summary>
    /// <exception cref="InvalidDataException">The bytes are not a table file.</exception>
    public TableReader(ReadOnlySpan<byte> file)
    {
        content = new byte[BinaryPrimitives.ReadInt32LittleEndian(file)];
        if (!BrotliDecoder.TryDecompress(file[sizeof(int)..], content, out var written) || written != content.Length)
            throw new InvalidDataException("The table is damaged.");
    }

    /// <summary>Opens the table that is embedded in this assembly under the given name.</summary>
    public static TableReader OpenResource(string name)
    {
        using var stream = typeof(TableReader).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidDataException($"The table {name} is not part of the assembly.");
        var file = new byte[stream.Length];
        stream.ReadExactly(file);
        return new TableReader(file);
    }

    /// <summary>Reads the next array.</summary>
    /// <exception cref="InvalidDataException">Its elements are of another size.</exception>
    public T[] ReadArray<T>()
        where T : unmanaged
    {
        var count = ReadInt32();
        if (ReadInt32() != Unsafe.SizeOf<T>())
            throw new InvalidDataException($"The table holds no {typeof(T).Name} here.");
        var bytes = content.AsSpan(position, count * Unsafe.SizeOf<T>());
        position += bytes.Length;
        return MemoryMarshal.Cast<byte, T>(bytes).ToArray();
    }

    private int ReadInt32()
    {
        var value = BinaryPrimitives.ReadInt32LittleEndian(content.AsSpan(position));
        position += sizeof(int);
        return value;
    }
}
