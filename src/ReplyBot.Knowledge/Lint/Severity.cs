namespace ReplyBot.Knowledge.Lint;

/// <summary>What a finding does: an error stops publishing or sending, a warning is only shown.</summary>
public enum Severity
{
    /// <summary>Stops publishing, importing or sending.</summary>
    Error,

    /// <summary>Worth a look; stops nothing.</summary>
    Warning,
}
