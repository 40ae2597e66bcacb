namespace ReplyBot.EndToEnd.Tests;

/// <summary>A test against the running program; skipped, with the reason, where something it needs is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EndToEndFactAttribute : FactAttribute
{
    public EndToEndFactAttribute(Requirement needs)
    {
        Needs = needs;
        Skip = Requirements.FirstMissing(needs);
    }

    /// <summary>What the test needs.</summary>
    public Requirement Needs { get; }
}
