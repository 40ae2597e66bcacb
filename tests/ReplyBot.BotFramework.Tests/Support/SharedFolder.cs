namespace ReplyBot.BotFramework.Tests.Support;

/// <summary>Test inputs that are kept beside the repository, not in it.</summary>
internal static class SharedFolder
{
    /// <summary>The folder named <c>shared</c> beside the repository's root, or null.</summary>
    public static string? Find(params string[] path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ReplyBot.sln")))
            {
                var found = Path.Combine([folder.Parent!.FullName, "shared", .. path]);
                return Directory.Exists(found) ? found : null;
            }
        }

        return null;
    }
}

/// <summary>A fact that is skipped where its inputs are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute(params string[] path)
    {
        if (SharedFolder.Find(path) is null)
            Skip = $"shared/{string.Join('/', path)} is not beside the repository";
    }
}
