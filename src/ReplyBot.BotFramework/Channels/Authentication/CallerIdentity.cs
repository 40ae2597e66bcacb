namespace ReplyBot.BotFramework.Channels.Authentication;

/// <summary>A caller whose token was found good, before it is known what it sends.</summary>
/// <param name="Kind">Who it is.</param>
/// <param name="ServiceUrl">The service address that the token is bound to.</param>
/// <param name="Endorsements">The channels that the signing key is endorsed for.</param>
internal sealed record CallerIdentity(CallerKind Kind, string? ServiceUrl, IReadOnlyList<string> Endorsements);
