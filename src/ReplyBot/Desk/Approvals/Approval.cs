namespace ReplyBot.Desk.Approvals;

/// <summary>How far a request for approval is.</summary>
public enum ApprovalState
{
    /// <summary>Nobody has answered.</summary>
    Open,

    /// <summary>Allowed, perhaps with another amount.</summary>
    Granted,

    /// <summary>Not allowed.</summary>
    Refused,

    /// <summary>The agent took it back.</summary>
    Withdrawn,
}

/// <summary>An agent's request to grant a buyer more than agents may.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ConversationId">The conversation.</param>
/// <param name="Case">The case of the shop's policy.</param>
/// <param name="AskedYuan">What is asked for, in yuan.</param>
/// <param name="Reason">Why, in the agent's words, without personal numbers.</param>
/// <param name="AskedBy">The agent's account.</param>
/// <param name="AskedAt">When.</param>
public sealed record Approval(string Id, string ConversationId, string Case, decimal AskedYuan, string Reason, string AskedBy, DateTimeOffset AskedAt)
{
    /// <summary>What was granted, in yuan: 0 for a no, null while open or when withdrawn.</summary>
    public decimal? GrantedYuan { get; init; }

    /// <summary>What the supervisor adds.</summary>
    public string? Note { get; init; }

    /// <summary>Who answered.</summary>
    public string? AnsweredBy { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>How far it is.</summary>
    public ApprovalState State => AnsweredAt is null ? ApprovalState.Open : GrantedYuan switch
    {
        null => ApprovalState.Withdrawn,
        0 => ApprovalState.Refused,
        _ => ApprovalState.Granted,
    };
}

/// <summary>What a supervisor says to a request.</summary>
/// <param name="GrantedYuan">What is granted, in yuan; 0 for a no, null when the agent takes it back.</param>
/// <param name="Note">What else is said.</param>
/// <param name="By">The account that answers.</param>
public sealed record ApprovalAnswer(decimal? GrantedYuan, string? Note, string By);
