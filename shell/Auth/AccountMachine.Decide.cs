using Catalog.Engine.Core.Machines;
using Catalog.Shell.Auth.Commands;
using Catalog.Shell.Auth.Events;

namespace Catalog.Shell.Auth;

/// <summary>How account commands are decided.</summary>
public sealed partial class AccountMachine :
    IDecider<AccountsState, RegisterAccount, AccountAnswer>,
    IDecider<AccountsState, OpenSession, AccountAnswer>,
    IDecider<AccountsState, RotateSession, AccountAnswer>,
    IDecider<AccountsState, CloseSession, AccountAnswer>,
    IDecider<AccountsState, SignOutEverywhere, AccountAnswer>,
    IDecider<AccountsState, ChangePassword, AccountAnswer>,
    IDecider<AccountsState, RehashPassword, AccountAnswer>,
    IDecider<AccountsState, ChangeRole, AccountAnswer>
{
    /// <inheritdoc/>
    public AccountAnswer Decide(AccountsState state, in RegisterAccount command, Decision decision)
    {
        NewAccount account = command.Account;
        if (state.Find(account.Email) is not null) return Refuse(AccountOutcome.EmailTaken);
        if (state.Count >= AccountsState.MaxAccounts) return Refuse(AccountOutcome.Full);
        var profile = new AccountProfile((ulong)state.Count + 1, account.Email, account.Name, account.Role, 0);
        decision.Emit(this, state, new AccountRegistered(profile, account.PasswordHash));
        decision.Emit(this, state, new RefreshIssued(profile.UserId, command.Session));
        return new AccountAnswer(AccountOutcome.Done, profile);
    }

    /// <inheritdoc/>
    public AccountAnswer Decide(AccountsState state, in OpenSession command, Decision decision)
    {
        if (state.Find(command.UserId) is not { } account) return Refuse(AccountOutcome.Unknown);
        if (account.Profile.Epoch != command.Epoch) return Refuse(AccountOutcome.Outdated);
        MakeRoom(state, account, command.TimeMs, decision);
        decision.Emit(this, state, new RefreshIssued(command.UserId, command.Session));
        return new AccountAnswer(AccountOutcome.Done, account.Profile);
    }

    /// <inheritdoc/>
    public AccountAnswer Decide(AccountsState state, in RotateSession command, Decision decision)
    {
        NewSession next = command.Session;
        if (!state.TryFind(next.Family, out Family family)) return Refuse(AccountOutcome.SessionUnknown);
        if (family.ExpiresMs > command.TimeMs && family.IsRepeat(command.Presented, next.Token, command.TimeMs))
            return new AccountAnswer(AccountOutcome.Done, state.Require(family.UserId).Profile);
        if (family.Token != command.Presented)
        {
            decision.Emit(this, state, new FamilyRevoked(next.Family));
            return Refuse(AccountOutcome.SessionReused);
        }

        if (family.ExpiresMs <= command.TimeMs) return Refuse(AccountOutcome.SessionUnknown);
        decision.Emit(this, state, new RefreshRotated(next));
        return new AccountAnswer(AccountOutcome.Done, state.Require(family.UserId).Profile);
    }

    /// <inheritdoc/>
    public AccountAnswer Decide(AccountsState state, in CloseSession command, Decision decision)
    {
        if (!state.TryFind(command.Family, out Family family)) return Refuse(AccountOutcome.SessionUnknown);
        decision.Emit(this, state, new FamilyRevoked(command.Family));
        return new AccountAnswer(AccountOutcome.Done, state.Require(family.UserId).Profile);
    }

    /// <inheritdoc/>
    public AccountAnswer Decide(AccountsState state, in SignOutEverywhere command, Decision decision)
    {
        if (state.Find(command.UserId) is not { } account) return Refuse(AccountOutcome.Unknown);
        decision.Emit(this, state, new SignedOutEverywhere(command.UserId, account.Profile.Epoch + 1));
        return new AccountAnswer(AccountOutcome.Done, account.Profile);
    }

    /// <inheritdoc/>
    public AccountAnswer Decide(AccountsState state, in ChangePassword command, Decision decision)
    {
        if (state.Find(command.UserId) is not { } account) return Refuse(AccountOutcome.Unknown);
        if (account.Profile.Epoch != command.Epoch) return Refuse(AccountOutcome.Outdated);
        decision.Emit(this, state, new PasswordChanged(command.UserId, command.PasswordHash));
        decision.Emit(this, state, new SignedOutEverywhere(command.UserId, command.Epoch + 1));
        return new AccountAnswer(AccountOutcome.Done, account.Profile);
    }

    /// <inheritdoc/>
    public AccountAnswer Decide(AccountsState state, in RehashPassword command, Decision decision)
    {
        if (state.Find(command.UserId) is not { } account) return Refuse(AccountOutcome.Unknown);
        if (account.Profile.Epoch != command.Epoch) return Refuse(AccountOutcome.Outdated);
        decision.Emit(this, state, new PasswordChanged(command.UserId, command.PasswordHash));
        return new AccountAnswer(AccountOutcome.Done, account.Profile);
    }

    /// <inheritdoc/>
    public AccountAnswer Decide(AccountsState state, in ChangeRole command, Decision decision)
    {
        if (state.Find(command.UserId) is not { } account) return Refuse(AccountOutcome.Unknown);
        if (account.Profile.Role != command.Role)
            decision.Emit(this, state, new RoleChanged(command.UserId, command.Role, account.Profile.Epoch + 1));
        return new AccountAnswer(AccountOutcome.Done, account.Profile);
    }

    /// <summary>Ends the account's expired sessions, and its oldest when there would be too many.</summary>
    private void MakeRoom(AccountsState state, Account account, long timeMs, Decision decision)
    {
        for (int i = account.Families.Count - 1; i >= 0; i--)
        {
            FamilyId id = account.Families[i];
            if (state.TryFind(id, out Family family) && family.ExpiresMs <= timeMs)
                decision.Emit(this, state, new FamilyRevoked(id));
        }

        while (account.Families.Count >= AccountsState.MaxSessions)
            decision.Emit(this, state, new FamilyRevoked(account.Families[0]));
    }

    private static AccountAnswer Refuse(AccountOutcome outcome) => new(outcome, AccountProfile.None);
}
