namespace ReplyBot.Storage;

/// <summary>When SQLite waits for the disk; <c>Sqlite:Synchronous</c> in the configuration.</summary>
public enum SqliteFlushing
{
    /// <summary>At every commit: what was acknowledged survives a power cut.</summary>
    Full,

    /// <summary>At checkpoints only: survives a crash of the program, but a power cut takes the latest messages. For trials, not for a shop.</summary>
    Normal,
}
