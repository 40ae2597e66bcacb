namespace ReplyBot.BotFramework.Schema;

/// <summary>The values of <see cref="Activity.Type"/> that are understood here.</summary>
internal static class ActivityTypes
{
    public const string Message = "message";
    public const string Typing = "typing";
    public const string Event = "event";
    public const string ConversationUpdate = "conversationUpdate";
    public const string EndOfConversation = "endOfConversation";
}
