using System.Buffers.Binary;
using System.Security.Cryptography;

namespace ReplyBot.Intent.Storage;

/// <summary>
/// The frame of a model file: eight bytes that name the format, its version (4 bytes, little-endian), SHA-256 of the content
/// (32 bytes), the content. A file that was cut off, changed or made by another version is noticed before anything is read from it.
/// </summary>
internal static class ModelFile
{
    private const int Version = 3;
    private const int VersionAt = 8;
    private const int HashAt = VersionAt + sizeof(int);
    private const int ContentAt = HashAt + SHA256.HashSizeInBytes;

    private static ReadOnlySpan<byte> Name => "RBINTENT"u8;

    public static void Write(Stream stream, ModelWriter content)
    {
        Span<byte> head = stackalloc byte[ContentAt];
        Name.CopyTo(head);
        BinaryPrimitives.WriteInt32LittleEndian(head[VersionAt..], Version);
        SHA256.HashData(content.Content.Span, head[HashAt..]);
        stream.Write(head);
        stream.Write(content.Content.Span);
    }

    /// <summary>The content of a file, or why there is none.</summary>
    public static (ModelReader? Content, string? Problem) Open(byte[] file)
    {
        if (file.Length < ContentAt || !file.AsSpan().StartsWith(Name))
            return (null, "is not an intent model");
        var version = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(VersionAt));
        if (version != Version)
            return (null, $"has format {version}; this program reads format {Version}");
        if (!SHA256.HashData(file.AsSpan(ContentAt)).AsSpan().SequenceEqual(file.AsSpan(HashAt, SHA256.HashSizeInBytes)))
            return (null, "is damaged: its checksum does not agree");
        return (new ModelReader(file.AsMemory(ContentAt)), null);
    }
}
