namespace ReplyBot.Audit;

/// <summary>What is written into the audit log.</summary>
public static class AuditActions
{
    /// <summary>Somebody signed in.</summary>
    public const string SignedIn = "sign-in";

    /// <summary>A name and a password did not belong together.</summary>
    public const string SignInFailed = "sign-in-failed";

    /// <summary>A name was closed after too many wrong passwords.</summary>
    public const string SignInLocked = "sign-in-locked";

    /// <summary>Somebody signed out.</summary>
    public const string SignedOut = "sign-out";

    /// <summary>Somebody ended a session other than by signing out.</summary>
    public const string SessionEnded = "session-end";

    /// <summary>A password was changed.</summary>
    public const string PasswordChanged = "password-change";

    /// <summary>An account was made, with its roles.</summary>
    public const string AccountMade = "account-create";

    /// <summary>Nobody may sign in with an account any more.</summary>
    public const string AccountDisabled = "account-disable";

    /// <summary>Somebody may sign in with an account again.</summary>
    public const string AccountEnabled = "account-enable";
    public const string AccountSkills = "account-skills";

    /// <summary>An account was linked to the identity provider.</summary>
    public const string AccountLinked = "account-link";

    /// <summary>An account was given other roles.</summary>
    public const string RolesChanged = "role-change";

    /// <summary>Personal data of a conversation was shown in full beside the transcript.</summary>
    public const string Unmasked = "unmask";

    /// <summary>Everything of a buyer was deleted.</summary>
    public const string BuyerErased = "buyer-erase";

    /// <summary>An agent asked a supervisor to allow something.</summary>
    public const string ApprovalAsked = "approval-ask";

    /// <summary>A supervisor allowed it, or not.</summary>
    public const string ApprovalAnswered = "approval-answer";

    /// <summary>The agent took the request back.</summary>
    public const string ApprovalWithdrawn = "approval-withdraw";

    /// <summary>Conversations that were older than the shop keeps them were deleted.</summary>
    public const string Expired = "retention";

    /// <summary>A backup was put in the place of what the database held.</summary>
    public const string Restored = "restore";

    /// <summary>A base was published.</summary>
    public const string Published = "publish";

    /// <summary>The base published before was published again.</summary>
    public const string RolledBack = "rollback";

    /// <summary>A bulletin was written.</summary>
    public const string BulletinWritten = "bulletin-write";

    /// <summary>Somebody confirmed that they had read a bulletin.</summary>
    public const string BulletinRead = "bulletin-read";

    /// <summary>A bulletin was withdrawn.</summary>
    public const string BulletinWithdrawn = "bulletin-withdraw";

    /// <summary>A key was made.</summary>
    public const string KeyMade = "key-create";

    /// <summary>A key was revoked.</summary>
    public const string KeyRevoked = "key-revoke";
}
