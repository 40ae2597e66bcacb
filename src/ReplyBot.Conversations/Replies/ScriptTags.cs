namespace ReplyBot.Conversations.Replies;

/// <summary>Tags that mean something to the bot.</summary>
public static class ScriptTags
{
    /// <summary>The wordings say that a colleague will do something: after such an answer the buyer waits for one.</summary>
    public const string ColleagueActs = "跟进";
}
