using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Conversations.Replies;

/// <summary>Small talk: returned every time, never a reason to call a human.</summary>
internal static class Courtesy
{
    public const string Greeting = "chat.greeting";

    /// <summary>Whether an intent is small talk.</summary>
    public static bool Is(string intent) => intent is Greeting or "chat.thanks" or "chat.bye";

    /// <summary>Whether nothing is owed after an intent: the buyer only thanked or said goodbye.</summary>
    public static bool NeedsNoReply(string? intent) => intent is "chat.thanks" or "chat.bye";

    /// <summary>Whether a script returns small talk.</summary>
    public static bool Is(Script script) => Is(script.Intent);
}
