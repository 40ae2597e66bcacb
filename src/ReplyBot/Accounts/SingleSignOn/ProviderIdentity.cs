namespace ReplyBot.Accounts.SingleSignOn;

/// <summary>Somebody whom the identity provider vouches for.</summary>
/// <param name="ExternalId">The provider's issuer and subject: stable and never another person's.</param>
/// <param name="Name">The name of an account here; null where the provider names none that could be trusted.</param>
/// <param name="DisplayName">What colleagues call them, or null.</param>
/// <param name="Roles">The roles that the provider gives; null where it does not decide about roles.</param>
public sealed record ProviderIdentity(string ExternalId, string? Name, string? DisplayName, IReadOnlyList<string>? Roles);
