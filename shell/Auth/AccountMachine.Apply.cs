using Catalog.Engine.Core.Machines;
using Catalog.Shell.Auth.Events;

namespace Catalog.Shell.Auth;

/// <summary>How facts change the accounts.</summary>
public sealed partial class AccountMachine :
    IApplier<AccountsState, AccountRegistered>,
    IApplier<AccountsState, PasswordChanged>,
    IApplier<AccountsState, RefreshIssued>,
    IApplier<AccountsState, RefreshRotated>,
    IApplier<AccountsState, FamilyRevoked>,
    IApplier<AccountsState, SignedOutEverywhere>,
    IApplier<AccountsState, RoleChanged>
{
    /// <inheritdoc/>
    public void Apply(AccountsState state, in AccountRegistered fact, long timeMs) =>
        state.Add(new Account(fact.Profile, fact.PasswordHash));

    /// <inheritdoc/>
    public void Apply(AccountsState state, in PasswordChanged fact, long timeMs) =>
        state.Require(fact.UserId).PasswordHash = fact.PasswordHash;

    /// <inheritdoc/>
    public void Apply(AccountsState state, in RefreshIssued fact, long timeMs) =>
        state.Add(fact.Session.Family, new Family(fact.UserId, fact.Session.Token, fact.Session.ExpiresMs));

    /// <inheritdoc/>
    public void Apply(AccountsState state, in RefreshRotated fact, long timeMs) =>
        state.Trade(fact.Session, timeMs);

    /// <inheritdoc/>
    public void Apply(AccountsState state, in FamilyRevoked fact, long timeMs) => state.Remove(fact.Family);

    /// <inheritdoc/>
    public void Apply(AccountsState state, in SignedOutEverywhere fact, long timeMs)
    {
        Account account = state.Require(fact.UserId);
        account.Profile = account.Profile with { Epoch = fact.Epoch };
        state.RemoveAll(account);
    }

    /// <inheritdoc/>
    public void Apply(AccountsState state, in RoleChanged fact, long timeMs)
    {
        Account account = state.Require(fact.UserId);
        account.Profile = account.Profile with { Role = fact.Role, Epoch = fact.Epoch };
        state.RemoveAll(account);
    }
}
