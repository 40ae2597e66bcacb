using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using ReplyBot.Knowledge.Publishing;

namespace ReplyBot.Knowledge.Search;

/// <summary>
/// Keeps an index on disk as one file: a header with the bundle's hash, the arrays as they stand in memory, and a SHA-256
/// over everything before it. Written beside its place and moved there, so that a crash leaves the old file whole.
/// </summary>
public static class ScriptIndexFile
{
    private static ReadOnlySpan<byte> Magic => "ReplyBotIndex4\n\0"u8;

    /// <summary>Writes an index that <see cref="ScriptIndexBuilder"/> built.</summary>
    public static void Save(IScriptIndex index, string path)
    {
        if (index is not ScriptIndex built)
            throw new ArgumentException("Only an index built by ScriptIndexBuilder has a file form.", nameof(index));
        var temporary = path + ".new";
        using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20))
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            void Write(ReadOnlySpan<byte> bytes)
            {
                hash.AppendData(bytes);
                file.Write(bytes);
            }

            Write(Magic);
            Write(Encoding.ASCII.GetBytes(built.BundleHash.PadRight(64)));
            WritePostings(built.Texts.Postings, Write);
            WritePostings(built.LookupPostings, Write);
            file.Write(hash.GetHashAndReset());
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>Takes an index up again.</summary>
    /// <param name="path">The file.</param>
    /// <param name="bundle">The bundle that it must be the index of.</param>
    public static ScriptIndexLoading Load(string path, ScriptBundle bundle)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        if (!File.Exists(path))
            return new ScriptIndexLoading(null, ScriptIndexState.Missing);
        // The documents are laid out from the bundle while the file is read and its checksum taken.
        var laidOut = Task.Run(() => new ScriptDocuments(bundle));
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (IOException)
        {
            return new ScriptIndexLoading(null, ScriptIndexState.Damaged);
        }

        if (bytes.Length < Magic.Length + 64 + 32 || !bytes.AsSpan().StartsWith(Magic))
            return new ScriptIndexLoading(null, ScriptIndexState.Damaged);
        var body = bytes.AsSpan(0, bytes.Length - 32);
        if (!SHA256.HashData(body).AsSpan().SequenceEqual(bytes.AsSpan(bytes.Length - 32)))
            return new ScriptIndexLoading(null, ScriptIndexState.Damaged);
        if (Encoding.ASCII.GetString(body.Slice(Magic.Length, 64)).TrimEnd() != bundle.Hash)
            return new ScriptIndexLoading(null, ScriptIndexState.OfAnotherBundle);

        var rest = (ReadOnlySpan<byte>)body[(Magic.Length + 64)..];
        var postings = ReadPostings(ref rest);
        var lookup = ReadPostings(ref rest);
        var documents = laidOut.GetAwaiter().GetResult();
        return postings.Documents == documents.All.Length && lookup.Documents == 2 * documents.Scripts.Length
            ? new ScriptIndexLoading(
                ScriptIndexBuilder.Assemble(bundle, documents, ScriptIndexBuilder.AnalyzerOf(bundle), postings, lookup), ScriptIndexState.Loaded)
            : new ScriptIndexLoading(null, ScriptIndexState.OfAnotherBundle);
    }

    private delegate void ByteWriter(ReadOnlySpan<byte> bytes);

    private static void WritePostings(PostingIndex index, ByteWriter write)
    {
        write(BitConverter.GetBytes(index.Documents));
        WriteArray(index.Terms.Keys, write);
        WriteArray<int>(index.Starts, write);
        WriteArray<Posting>(index.Postings, write);
    }

    private static void WriteArray<T>(ReadOnlySpan<T> items, ByteWriter write)
        where T : unmanaged
    {
        write(BitConverter.GetBytes(items.Length));
        write(MemoryMarshal.AsBytes(items));
    }

    private static PostingIndex ReadPostings(ref ReadOnlySpan<byte> from)
    {
        var documents = MemoryMarshal.Read<int>(from);
        from = from[4..];
        var terms = new TermDictionary(ReadArray<ulong>(ref from));
        var starts = ReadArray<int>(ref from);
        return new PostingIndex(terms, starts, ReadArray<Posting>(ref from), documents);
    }

    private static T[] ReadArray<T>(ref ReadOnlySpan<byte> from)
        where T : unmanaged
    {
        var length = MemoryMarshal.Read<int>(from);
        var bytes = length * Unsafe.SizeOf<T>();
        var items = new T[length];
        from.Slice(4, bytes).CopyTo(MemoryMarshal.AsBytes(items.AsSpan()));
        from = from[(4 + bytes)..];
        return items;
    }
}
