namespace ReplyBot.Tests.Storage.Durability;

/// <summary>A data folder and a copy of the shop's content with so few utterances that training takes a moment.</summary>
internal sealed class SmallShop : IDisposable
{
    private const int UtterancesPerIntent = 6;

    private SmallShop(string root, string data) => (Root, Data) = (root, data);

    public string Root { get; }

    public string Data { get; }

    public string Database => Path.Combine(Data, "replybot.db");

    public string KnowledgeBase => Path.Combine(Root, "knowledge-base");

    public static SmallShop Create()
    {
        var root = Directory.CreateTempSubdirectory("replybot-").FullName;
        var shop = new SmallShop(root, Path.Combine(root, "data"));
        var content = Path.Combine(Repository.Root, "knowledge-base");
        foreach (var file in Directory.EnumerateFiles(content, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(shop.KnowledgeBase, Path.GetRelativePath(content, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            if (file.EndsWith(".txt", StringComparison.Ordinal) && file.Contains("utterances", StringComparison.Ordinal))
                File.WriteAllLines(copy, File.ReadLines(file).Take(UtterancesPerIntent));
            else
                File.Copy(file, copy);
        }
        return shop;
    }

    /// <summary>A second shop of the same content and data, while nobody serves this one.</summary>
    public SmallShop Copy()
    {
        var root = Directory.CreateTempSubdirectory("replybot-").FullName;
        CopyFolder(Root, root);
        return new SmallShop(root, Path.Combine(root, "data"));
    }

    /// <summary>Copies the files of a folder and of the folders in it.</summary>
    public static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    /// <summary>The same shop with its database on another disk; the model and the index, which are made once, stay where they are.</summary>
    public SmallShop OnOtherDisk(string folder)
    {
        foreach (var made in Directory.EnumerateDirectories(Data))
            Directory.CreateSymbolicLink(Path.Combine(folder, Path.GetFileName(made)), made);
        foreach (var file in Directory.EnumerateFiles(Data))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        return new SmallShop(Root, folder);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
