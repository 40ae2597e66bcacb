using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace ReplyBot.Intent.Storage;

/// <summary>Reads what <see cref="ModelWriter"/> wrote.</summary>
internal sealed class ModelReader(ReadOnlyMemory<byte> content)
{
    private int position;

    public int ReadInt32() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));

    public double ReadDouble() => BinaryPrimitives.ReadDoubleLittleEndian(Take(sizeof(double)));

    public string ReadString() => Encoding.UTF8.GetString(Take(ReadInt32()));

    public T[] ReadArray<T>()
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(Take(checked(ReadInt32() * Unsafe.SizeOf<T>()))).ToArray();

    /// <exception cref="InvalidDataException">The content ends before.</exception>
    private ReadOnlySpan<byte> Take(int length)
    {
        if (length < 0 || length > content.Length - position)
            throw new InvalidDataException("The model ends in the middle.");
        var bytes = content.Span.Slice(position, length);
        position += length;
        return bytes;
    }
}
