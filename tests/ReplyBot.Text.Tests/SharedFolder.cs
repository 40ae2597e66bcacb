namespace ReplyBot.Text.Tests;

/// <summary>The folder named shared beside the repository, where lists of bad input are, if this machine has it.</summary>
internal static class SharedFolder
{
    public static string? Find(params string[] path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "ReplyBot.sln")))
                continue;
            var file = Path.Combine([folder.Parent!.FullName, "shared", .. path]);
            return File.Exists(file) ? file : null;
        }

        return null;
    }
}
