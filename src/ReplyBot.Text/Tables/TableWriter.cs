using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ReplyBot.Text.Tables;

/// <summary>Writes table files as <see cref="TableReader"/> reads them.</summary>
internal sealed class TableWriter
{
    private const int BestQuality = 11;
    private const int WidestWindow = 24;

    private readonly List<byte> content = [];

    /// <summary>Appends an array.</summary>
    public void WriteArray<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        WriteInt32(values.Length);
        WriteInt32(Unsafe.SizeOf<T>());
        content.AddRange(MemoryMarshal.AsBytes(values));
    }

    /// <summary>The whole file; the same arrays give the same bytes.</summary>
    public byte[] ToFile()
    {
        byte[] raw = [.. content];
        var file = new byte[sizeof(int) + BrotliEncoder.GetMaxCompressedLength(raw.Length)];
        BinaryPrimitives.WriteInt32LittleEndian(file, raw.Length);
        if (!BrotliEncoder.TryCompress(raw, file.AsSpan(sizeof(int)), out var written, BestQuality, WidestWindow))
            throw new InvalidOperationException("The table could not be compressed.");
        return file[..(sizeof(int) + written)];
    }

    private void WriteInt32(int value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        content.AddRange(bytes);
    }
}
