namespace ReplyBot.Accounts;

/// <summary>The names of the authorization policies; every console endpoint asks for one.</summary>
public static class Policies
{
    /// <summary>Whoever is signed in.</summary>
    public const string SignedIn = "signed-in";

    /// <summary>Conversations: agents and supervisors.</summary>
    public const string Desk = "desk";

    /// <summary>The script base: editors.</summary>
    public const string Editor = "editor";

    /// <summary>Bulletins for all agents: editors and supervisors.</summary>
    public const string Bulletins = "bulletins";

    /// <summary>Accounts and figures: supervisors.</summary>
    public const string Supervisor = "supervisor";
}
