namespace ReplyBot.Editor.Inbox;

/// <summary>Why a question is in the inbox.</summary>
internal enum Shortfall
{
    /// <summary>The bot had no answer and called a human.</summary>
    Unanswered,

    /// <summary>The bot was not sure and asked what is meant.</summary>
    AskedBack,

    /// <summary>An agent changed what was suggested.</summary>
    Edited,

    /// <summary>An agent wrote something else than what was suggested.</summary>
    Replaced,
}

/// <summary>A question that a buyer asked and that was answered badly or not at all.</summary>
/// <param name="ConversationId">Where.</param>
/// <param name="Text">What the buyer wrote.</param>
/// <param name="At">When.</param>
/// <param name="Shortfall">What went wrong.</param>
/// <param name="ScriptId">The script that was suggested, if one was.</param>
/// <param name="Reply">What the agent said, if one did.</param>
internal sealed record BadlyAnswered(string ConversationId, string Text, DateTimeOffset At, Shortfall Shortfall, string? ScriptId, string? Reply);
