namespace ReplyBot.Tests.Security;

/// <summary>Hostile inputs that are kept beside the repository, not in it.</summary>
internal static class SharedFolder
{
    /// <summary>A folder below the one named <c>shared</c> beside the repository, or null.</summary>
    public static string? Find(string path)
    {
        var found = Path.Combine(Path.GetDirectoryName(Repository.Root)!, "shared", path);
        return Directory.Exists(found) ? found : null;
    }
}

/// <summary>A theory or fact that is skipped, with the reason, where the hostile inputs are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BadInputsFactAttribute : FactAttribute
{
    public BadInputsFactAttribute()
    {
        if (SharedFolder.Find("badinputs") is null)
            Skip = "shared/badinputs is not beside the repository";
    }
}
