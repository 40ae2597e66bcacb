using ReplyBot.Conversations.Feed;

namespace ReplyBot.Channels;

/// <summary>Passes on that somebody is typing. Nothing of it is stored, nothing depends on it.</summary>
public sealed class TypingSignals
{
    private readonly ConversationWatchers<string> _agents = new();

    /// <summary>A buyer is typing; the argument is the conversation.</summary>
    public event Action<string>? BuyerTyping;

    /// <summary>Says that a buyer is typing.</summary>
    public void BuyerTypes(string conversationId) => BuyerTyping?.Invoke(conversationId);

    /// <summary>Says that an agent is typing.</summary>
    public void AgentTypes(string conversationId, string agentName) => _agents.Tell(conversationId, agentName);

    /// <summary>Calls back with the agent's name when an agent types in a conversation, until disposed.</summary>
    public IDisposable WatchAgent(string conversationId, Action<string> typing) => _agents.Watch(conversationId, typing);
}
