using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace ReplyBot.Intent.Storage;

/// <summary>Writes numbers, texts and arrays one after another; the same values give the same bytes.</summary>
internal sealed class ModelWriter
{
    private readonly ArrayBufferWriter<byte> content = new();

    public void Write(int value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        content.Write(bytes);
    }

    public void Write(double value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(double)];
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, value);
        content.Write(bytes);
    }

    public void Write(string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        Write(bytes.Length);
        content.Write(bytes);
    }

    /// <summary>Writes an array with its length, in the machine's byte order (little-endian on every machine that .NET runs on).</summary>
    public void WriteArray<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        Write(values.Length);
        content.Write(MemoryMarshal.AsBytes(values));
    }

    /// <summary>Everything written so far.</summary>
    public ReadOnlyMemory<byte> Content => content.WrittenMemory;
}
