namespace ReplyBot.BotFramework.DirectLine;

/// <summary>The result of checking a token: the grant is there when it is valid.</summary>
public readonly record struct TokenCheck(TokenState State, TokenGrant? Grant = null);
