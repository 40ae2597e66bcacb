namespace ReplyBot.BotFramework.DirectLine;

/// <summary>What a token allows: one buyer to take part in one conversation.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="ChannelId">The channel that its messages count for.</param>
/// <param name="UserId">The buyer's id, beginning with <c>dl_</c>; every message gets it, whatever its sender says.</param>
/// <param name="UserName">The buyer's name, if known.</param>
/// <param name="Origins">The origins of the pages that may use the token; none means any allowed page.</param>
public sealed record TokenGrant(
    string ConversationId, string ChannelId, string UserId, string? UserName = null, IReadOnlyList<string>? Origins = null);
