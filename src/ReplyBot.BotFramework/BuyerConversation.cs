namespace ReplyBot.BotFramework;

/// <summary>A conversation of one buyer over Direct Line.</summary>
/// <param name="Id">Its id, unguessable and chosen before it starts.</param>
/// <param name="ChannelId">Where it came from: <c>web</c> for the shop's own page, <c>directline</c> for other sites.</param>
/// <param name="UserId">The buyer's id on that channel; begins with <c>dl_</c>.</param>
/// <param name="UserName">The name shown to agents, if the site gave one.</param>
/// <param name="Locale">The buyer's language as a BCP 47 tag, if the client said so.</param>
public sealed record BuyerConversation(string Id, string ChannelId, string UserId, string? UserName = null, string? Locale = null);
