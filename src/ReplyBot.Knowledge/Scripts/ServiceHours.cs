namespace ReplyBot.Knowledge.Scripts;

/// <summary>Whether human agents are at work when a message comes in.</summary>
public enum ServiceHours
{
    /// <summary>At any time.</summary>
    Any,

    /// <summary>Agents are at work.</summary>
    Office,

    /// <summary>Agents are away.</summary>
    AfterHours,
}
