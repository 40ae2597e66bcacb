namespace ReplyBot.Tests.Storage.Durability;

/// <summary>A test that needs a small disk of its own; without one it is skipped with the reason.</summary>
public sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute()
    {
        if (Folder is null)
            Skip = "REPLYBOT_SMALL_DISK names no folder on a small disk; .ci/run and bench/durability/run mount one, which takes root.";
    }

    /// <summary>The folder on the small disk.</summary>
    public static string? Folder { get; } = Environment.GetEnvironmentVariable("REPLYBOT_SMALL_DISK") is { Length: > 0 } folder ? folder : null;
}
