using Catalog.Engine.Core.Machines;
using Catalog.Shell.Auth.Commands;

namespace Catalog.Shell.Auth;

/// <summary>How accounts are looked up: through the loop, so that nobody sees what is not durable.</summary>
public sealed partial class AccountMachine :
    IDecider<AccountsState, FindCredentials, CredentialsAnswer>,
    IDecider<AccountsState, FindAccount, AccountAnswer>,
    IDecider<AccountsState, ListEpochs, EpochsAnswer>,
    IDecider<AccountsState, ListProfiles, ProfilesAnswer>
{
    private const int ProfilesPage = 2_000;

    /// <summary>Accounts looked at in one <see cref="ListEpochs"/>, so that no page holds the loop for long.</summary>
    private const int EpochsScanned = 64 * 1024;

    /// <inheritdoc/>
    public CredentialsAnswer Decide(AccountsState state, in FindCredentials command, Decision decision) =>
        state.Find(command.Email) is { } account
            ? new CredentialsAnswer(AccountOutcome.Done, account.Profile, account.PasswordHash)
            : new CredentialsAnswer(AccountOutcome.Unknown, AccountProfile.None, "");

    /// <inheritdoc/>
    public AccountAnswer Decide(AccountsState state, in FindAccount command, Decision decision) =>
        state.Find(command.UserId) is { } account
            ? new AccountAnswer(AccountOutcome.Done, account.Profile)
            : Refuse(AccountOutcome.Unknown);

    /// <inheritdoc/>
    public EpochsAnswer Decide(AccountsState state, in ListEpochs command, Decision decision)
    {
        var epochs = new List<(ulong UserId, int Epoch)>();
        ulong last = Math.Min((ulong)state.Count, command.AfterUserId + EpochsScanned);
        for (ulong id = command.AfterUserId + 1; id <= last; id++)
        {
            int epoch = state.Require(id).Profile.Epoch;
            if (epoch > 0 || id == last) epochs.Add((id, epoch));
        }

        return new EpochsAnswer([.. epochs], last < (ulong)state.Count);
    }

    /// <inheritdoc/>
    public ProfilesAnswer Decide(AccountsState state, in ListProfiles command, Decision decision)
    {
        int first = (int)Math.Min((ulong)state.Count, command.AfterUserId);
        var profiles = new AccountProfile[Math.Min(ProfilesPage, state.Count - first)];
        for (int i = 0; i < profiles.Length; i++) profiles[i] = state.Require((ulong)(first + i + 1)).Profile;
        return new ProfilesAnswer(profiles, first + profiles.Length < state.Count);
    }
}
