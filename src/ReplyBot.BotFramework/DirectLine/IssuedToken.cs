namespace ReplyBot.BotFramework.DirectLine;

/// <summary>A token and how many seconds it counts.</summary>
public sealed record IssuedToken(string Token, int ExpiresIn);
