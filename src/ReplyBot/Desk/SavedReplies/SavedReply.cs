namespace ReplyBot.Desk.SavedReplies;

/// <summary>What an editor made of a saved reply.</summary>
public enum SavedReplyOutcome
{
    /// <summary>Nothing.</summary>
    Dismissed,

    /// <summary>A wording or a variant of a script that was there.</summary>
    Variant,

    /// <summary>A script of its own.</summary>
    Script,
}

/// <summary>A reply that an agent sent and thinks every agent should have.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ConversationId">Where it was sent.</param>
/// <param name="Seq">The message that was sent.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Question">What the buyer had asked, without personal numbers.</param>
/// <param name="Reply">What was replied, without personal numbers.</param>
/// <param name="Note">What the agent adds for the editors; may be empty.</param>
/// <param name="ScriptId">The script it was made from, if any.</param>
/// <param name="SavedBy">The agent's account.</param>
/// <param name="SavedAt">When.</param>
public sealed record SavedReply(
    string Id, string ConversationId, long Seq, string Channel, string Question, string Reply, string Note, string? ScriptId, string SavedBy, DateTimeOffset SavedAt);
