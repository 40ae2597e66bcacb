namespace ReplyBot.EndToEnd.Tests.Programs;

/// <summary>A data folder and a copy of the shop's content, for one instance of the program; gone afterwards.</summary>
internal sealed class ShopFolders : IDisposable
{
    private ShopFolders(string root) => Root = root;

    /// <summary>The folder that the program runs in.</summary>
    public string Root { get; }

    /// <summary>The data folder; the program makes it.</summary>
    public string Data => Path.Combine(Root, "data");

    /// <summary>The copy of the content, free to be changed.</summary>
    public string KnowledgeBase => Path.Combine(Root, "knowledge-base");

    /// <summary>The model that is served.</summary>
    public string Model => Path.Combine(Data, "models", "active.model");

    /// <summary>Copies the content.</summary>
    /// <param name="utterancesPerIntent">How many utterances of each intent to keep, so that training takes a moment; all where nothing is said.</param>
    public static ShopFolders Create(int? utterancesPerIntent = null)
    {
        var folders = new ShopFolders(Directory.CreateTempSubdirectory("replybot-").FullName);
        foreach (var file in Directory.EnumerateFiles(Repository.KnowledgeBase, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folders.KnowledgeBase, Path.GetRelativePath(Repository.KnowledgeBase, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        folders.NeverClose();
        if (utterancesPerIntent is { } most)
            folders.KeepUtterances(most);
        return folders;
    }

    /// <summary>A file of the content.</summary>
    public string ContentFile(params string[] path) => Path.Combine([KnowledgeBase, .. path]);

    public void Dispose() => Directory.Delete(Root, recursive: true);

    /// <summary>Without hours agents are always at work, and the tests do not depend on the time of day.</summary>
    private void NeverClose()
    {
        var platform = ContentFile("platforms", "web.yaml");
        File.WriteAllLines(platform, File.ReadLines(platform).Where(line => !line.TrimStart().StartsWith("hours:", StringComparison.Ordinal)).ToList());
    }

    /// <summary>
    /// Few lines of how buyers feel and who they are stay as well. The golden questions go: what they settle holds for the model of all utterances.
    /// </summary>
    private void KeepUtterances(int most)
    {
        Directory.Delete(ContentFile("golden"), recursive: true);
        foreach (var file in Directory.EnumerateFiles(ContentFile("intents", "utterances")))
            File.WriteAllLines(file, File.ReadLines(file).Take(most).ToList());
        foreach (var name in new[] { "emotions.tsv", "buyer-types.tsv", "threats.tsv" })
            File.WriteAllLines(ContentFile("intents", name), File.ReadLines(ContentFile("intents", name)).Where((_, line) => line % 20 == 0).ToList());
    }
}
