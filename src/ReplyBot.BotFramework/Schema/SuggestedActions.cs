namespace ReplyBot.BotFramework.Schema;

/// <summary>Replies that a client offers as buttons.</summary>
internal sealed record SuggestedActions
{
    public IReadOnlyList<string>? To { get; set; }

    public IReadOnlyList<CardAction>? Actions { get; set; }
}
