namespace ReplyBot.Knowledge.Tests;

/// <summary>A test on material that lies beside the repository and not in it; skipped where that is absent.</summary>
public sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute(string path)
    {
        if (Repository.FindShared(path) is null)
            Skip = $"shared/{path} is not here";
    }
}
