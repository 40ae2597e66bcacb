using ReplyBot.Audit;

namespace ReplyBot.Accounts.SingleSignOn;

/// <summary>
/// Finds the account of somebody whom the identity provider vouches for. Whoever comes for the first time is linked to the account with
/// their name, or gets an account where the provider decides about roles; after that the provider's own id decides, so that a name that
/// changes hands there opens nothing here.
/// </summary>
public sealed class ProviderSignIns(AccountStore accounts, AccountMaker maker, AuditLog audit)
{
    /// <summary>The account, or null when there is none for them, it is disabled, or the provider gives them no role.</summary>
    public async Task<Account?> FindAsync(ProviderIdentity identity, CancellationToken cancellation)
    {
        if (identity.Roles is { Count: 0 })
            return null;
        var account = await accounts.FindByExternalIdAsync(identity.ExternalId, cancellation) ?? await FirstTimeAsync(identity, cancellation);
        if (account is null || account.DisabledAt is not null)
            return null;
        if (identity.Roles is not { } roles || roles.SequenceEqual(account.Roles))
            return account;
        // The last supervisor stays one, whatever the provider says: somebody must be able to mend it.
        if (await accounts.SetRolesAsync(account.Id, roles, cancellation) == AccountOutcome.Done)
            await audit.WriteAsync(account.Id, AuditActions.RolesChanged, account.Id, string.Join(' ', roles), cancellation);
        return await accounts.FindAsync(account.Id, cancellation);
    }

    private async Task<Account?> FirstTimeAsync(ProviderIdentity identity, CancellationToken cancellation)
    {
        if (identity.Name is not { Length: > 0 } name)
            return null;
        if (await accounts.FindByNameAsync(name, cancellation) is { } known)
        {
            if (!await accounts.LinkAsync(known.Id, identity.ExternalId, cancellation))
                return null;
            await audit.WriteAsync(known.Id, AuditActions.AccountLinked, known.Id, "", cancellation);
            return known;
        }
        var displayName = string.IsNullOrWhiteSpace(identity.DisplayName) ? name : identity.DisplayName;
        if (identity.Roles is not { } roles || AccountRules.CheckNames(name, displayName).Any)
            return null;
        var made = maker.MakeLinked(name, displayName, roles, identity.ExternalId);
        if (await accounts.AddAsync(made, cancellation) != AccountOutcome.Done)
            return null;
        await audit.WriteAsync(made.Id, AuditActions.AccountMade, made.Id, string.Join(' ', made.Roles), cancellation);
        return made;
    }
}
