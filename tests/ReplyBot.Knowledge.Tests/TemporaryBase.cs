namespace ReplyBot.Knowledge.Tests;

/// <summary>A folder with a knowledge base's files, gone afterwards.</summary>
internal sealed class TemporaryBase : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("replybot-kb-").FullName;

    public void Write(string path, string text)
    {
        var file = System.IO.Path.Combine(Path, path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    public KnowledgeBase Read() => KnowledgeBaseReader.Read(Path).Base!;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
