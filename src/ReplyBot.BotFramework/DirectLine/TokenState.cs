namespace ReplyBot.BotFramework.DirectLine;

/// <summary>What a token can turn out to be.</summary>
public enum TokenState
{
    /// <summary>Signed by us and in time.</summary>
    Valid,

    /// <summary>Signed by us, but its time is over.</summary>
    Expired,

    /// <summary>Not signed by us, or not for this use.</summary>
    Invalid,
}
