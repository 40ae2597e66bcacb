namespace ReplyBot.Text.Tests;

/// <summary>A fact about a file of the shared folder; skipped, visibly, where the file is not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute(params string[] path)
    {
        Path = path;
        if (SharedFolder.Find(path) is null)
            Skip = $"shared/{string.Join('/', path)} is not on this machine.";
    }

    public IReadOnlyList<string> Path { get; }
}
