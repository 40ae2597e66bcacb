namespace ReplyBot.Accounts;

/// <summary>What somebody at the console may do.</summary>
public static class Roles
{
    /// <summary>Talks with buyers.</summary>
    public const string Agent = "agent";

    /// <summary>Writes and publishes scripts.</summary>
    public const string Editor = "editor";

    /// <summary>Watches the desk and keeps the accounts.</summary>
    public const string Supervisor = "supervisor";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Agent, Editor, Supervisor];
}
