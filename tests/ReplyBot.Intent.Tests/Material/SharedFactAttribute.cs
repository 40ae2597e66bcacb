namespace ReplyBot.Intent.Tests.Material;

/// <summary>A test on real material beside the repository; skipped where that is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute()
    {
        if (Folders.Shared is null)
            Skip = "There is no folder 'shared' beside the repository.";
    }
}
