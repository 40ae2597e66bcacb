namespace ReplyBot;

/// <summary>Where the program reads and writes.</summary>
/// <param name="Data">The data folder: database, models, indexes, staged work.</param>
/// <param name="KnowledgeBase">The folder of the shop's content.</param>
public sealed record ProgramFolders(string Data, string KnowledgeBase)
{
    /// <summary>The SQLite database.</summary>
    public string Database => Path.Combine(Data, "replybot.db");

    /// <summary>The model that is served.</summary>
    public string ActiveModel => Path.Combine(Data, "models", "active.model");

    /// <summary>The model that was trained last and is not served yet.</summary>
    public string StagedModel => Path.Combine(Data, "models", "staged.model");

    /// <summary>The model that was served before.</summary>
    public string PreviousModel => Path.Combine(Data, "models", "previous.model");

    /// <summary>The base that was built last and is not published yet.</summary>
    public string StagedBase => Path.Combine(Data, "staged", "base.json");

    /// <summary>The index of a published base.</summary>
    public string IndexOf(string bundleHash) => Path.Combine(Data, "index", bundleHash[..16] + ".index");

    /// <summary>Makes the folders inside the data folder.</summary>
    public void Create()
    {
        foreach (var file in new[] { ActiveModel, StagedBase, IndexOf(new string('0', 16)) })
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
    }
}
