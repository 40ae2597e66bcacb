namespace ReplyBot.BotFramework.Schema;

/// <summary>The id under which something was accepted.</summary>
internal sealed record ResourceResponse(string? Id);
