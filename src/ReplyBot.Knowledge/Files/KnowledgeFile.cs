using System.Globalization;
using System.Text;
using ReplyBot.Knowledge.Lint;

namespace ReplyBot.Knowledge.Files;

/// <summary>One file of a knowledge base as bytes.</summary>
/// <param name="Path">The path below the knowledge base, with forward slashes.</param>
/// <param name="Bytes">The content; empty when the file is larger than <see cref="MaxBytes"/>.</param>
/// <param name="Length">The file's length in bytes.</param>
internal sealed record KnowledgeFile(string Path, byte[] Bytes, long Length)
{
    /// <summary>The largest file that is read: some 20,000 scripts.</summary>
    public const int MaxBytes = 32 * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static KnowledgeFile Read(string root, string fullPath)
    {
        var path = System.IO.Path.GetRelativePath(root, fullPath).Replace('\\', '/');
        var length = new FileInfo(fullPath).Length;
        return new KnowledgeFile(path, length > MaxBytes ? [] : File.ReadAllBytes(fullPath), length);
    }

    /// <summary>The text, or null (and a finding) when the file is too large or not UTF-8.</summary>
    public string? Text(FileFindings findings)
    {
        if (Length > MaxBytes)
        {
            findings.Add(
                FindingCodes.TooLarge, 1, 1,
                string.Create(CultureInfo.InvariantCulture, $"文件有 {Length} 字节，上限是 {MaxBytes}"),
                string.Create(CultureInfo.InvariantCulture, $"The file has {Length} bytes; the limit is {MaxBytes}"));
            return null;
        }

        try
        {
            var bytes = Bytes.AsSpan();
            return Strict.GetString(bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes);
        }
        catch (DecoderFallbackException broken)
        {
            var before = Bytes.AsSpan(0, Math.Clamp(broken.Index, 0, Bytes.Length));
            var line = before.Count((byte)'\n') + 1;
            findings.Add(
                FindingCodes.NotUtf8, line, before.Length - before.LastIndexOf((byte)'\n'),
                "文件不是 UTF-8 编码，请另存为 UTF-8", "The file is not UTF-8");
            return null;
        }
    }
}
