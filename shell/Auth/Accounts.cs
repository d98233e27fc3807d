using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Shards;
using Catalog.Shell.Auth.Commands;
using Catalog.Shell.Options;

namespace Catalog.Shell.Auth;

/// <summary>
/// The accounts as the rest of the shell uses them: sends commands to their one partition and publishes what every
/// request must know, once it is durable. Thread-safe.
/// </summary>
public sealed class Accounts(
    SystemHandle<AccountsState> handle, SessionEpochs epochs, CatalogOptions options, TimeProvider clock)
{
    private readonly KnownNames _names = new();

    /// <summary>How long a refresh token is good for.</summary>
    public TimeSpan RefreshLife { get; } = TimeSpan.FromDays(options.Auth.RefreshTokenDays);

    private long NowMs => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Makes an account and opens its first session with <paramref name="token"/>.</summary>
    public ValueTask<Reply<AccountAnswer>> RegisterAsync(NewAccount account, RefreshToken token) =>
        KnowAsync(ExecuteAsync<RegisterAccount, AccountAnswer>(new RegisterAccount(NowMs, account, Session(token))));

    /// <summary>Finds an account and its password hash by normalised email address.</summary>
    public ValueTask<Reply<CredentialsAnswer>> FindAsync(string email) =>
        ExecuteAsync<FindCredentials, CredentialsAnswer>(new FindCredentials(NowMs, email));

    /// <summary>Finds an account by its id.</summary>
    public ValueTask<Reply<AccountAnswer>> FindAsync(ulong userId) =>
        KnowAsync(ExecuteAsync<FindAccount, AccountAnswer>(new FindAccount(NowMs, userId)));

    /// <summary>An account's name and address; asks the accounts only for one not met lately.</summary>
    /// <returns>Null when there is no such account.</returns>
    /// <exception cref="IOException">The accounts do not answer.</exception>
    public async ValueTask<AccountName?> NameOfAsync(ulong userId)
    {
        if (_names.TryFind(userId, out AccountName name)) return name;
        Reply<AccountAnswer> reply = await FindAsync(userId);
        if (!reply.HasValue) throw new IOException($"The accounts do not answer: {reply.Status}.");
        AccountProfile profile = reply.Value.Profile;
        return reply.Value.Outcome == AccountOutcome.Done ? new AccountName(profile.Name, profile.Email) : null;
    }

    /// <summary>Opens a session with <paramref name="token"/> for an account whose password was checked.</summary>
    public ValueTask<Reply<AccountAnswer>> OpenSessionAsync(in AccountProfile profile, RefreshToken token) =>
        KnowAsync(ExecuteAsync<OpenSession, AccountAnswer>(
            new OpenSession(NowMs, profile.UserId, profile.Epoch, Session(token))));

    /// <summary>Trades <paramref name="presented"/> for <paramref name="next"/> of the same session.</summary>
    public ValueTask<Reply<AccountAnswer>> RotateAsync(RefreshToken presented, RefreshToken next) =>
        ExecuteAsync<RotateSession, AccountAnswer>(new RotateSession(NowMs, presented.Secret, Session(next)));

    /// <summary>Ends the session of a token, whichever of its tokens it is.</summary>
    public ValueTask<Reply<AccountAnswer>> CloseSessionAsync(RefreshToken token) =>
        ExecuteAsync<CloseSession, AccountAnswer>(new CloseSession(NowMs, token.Family));

    /// <summary>Keeps a password under a newer hash.</summary>
    public ValueTask<Reply<AccountAnswer>> RehashAsync(in AccountProfile profile, string passwordHash) =>
        ExecuteAsync<RehashPassword, AccountAnswer>(
            new RehashPassword(NowMs, profile.UserId, profile.Epoch, passwordHash));

    /// <summary>Ends every session of an account.</summary>
    public ValueTask<Reply<AccountAnswer>> SignOutEverywhereAsync(ulong userId) =>
        PublishAsync(ExecuteAsync<SignOutEverywhere, AccountAnswer>(new SignOutEverywhere(NowMs, userId)));

    /// <summary>Replaces a password and ends every session.</summary>
    public ValueTask<Reply<AccountAnswer>> ChangePasswordAsync(in AccountProfile profile, string passwordHash) =>
        PublishAsync(ExecuteAsync<ChangePassword, AccountAnswer>(
            new ChangePassword(NowMs, profile.UserId, profile.Epoch, passwordHash)));

    /// <summary>Gives an account another role and ends every session.</summary>
    public ValueTask<Reply<AccountAnswer>> ChangeRoleAsync(ulong userId, AccountRole role) =>
        PublishAsync(ExecuteAsync<ChangeRole, AccountAnswer>(new ChangeRole(NowMs, userId, role)));

    /// <summary>Publishes the epochs of every account; once, after recovery and before the first request.</summary>
    /// <returns>Whether there is any account.</returns>
    /// <exception cref="InvalidOperationException">The engine does not answer.</exception>
    public async Task<bool> LoadAsync()
    {
        ulong last = 0;
        bool hasMore = true;
        while (hasMore)
        {
            Reply<EpochsAnswer> reply = await ExecuteAsync<ListEpochs, EpochsAnswer>(new ListEpochs(NowMs, last));
            if (!reply.HasValue) throw new InvalidOperationException($"The accounts do not answer: {reply.Status}.");
            foreach ((ulong userId, int epoch) in reply.Value.Epochs) epochs.Publish(userId, epoch);
            if (reply.Value.Epochs.Length > 0) last = reply.Value.Epochs[^1].UserId;
            hasMore = reply.Value.HasMore;
        }

        return last > 0;
    }

    /// <summary>Goes through all accounts, by ascending id.</summary>
    /// <exception cref="IOException">The accounts do not answer.</exception>
    public async IAsyncEnumerable<AccountProfile> ListAsync()
    {
        ulong last = 0;
        bool hasMore = true;
        while (hasMore)
        {
            Reply<ProfilesAnswer> reply =
                await ExecuteAsync<ListProfiles, ProfilesAnswer>(new ListProfiles(NowMs, last));
            if (!reply.HasValue) throw new IOException($"The accounts do not answer: {reply.Status}.");
            foreach (AccountProfile profile in reply.Value.Profiles) yield return profile;
            if (reply.Value.Profiles.Length > 0) last = reply.Value.Profiles[^1].UserId;
            hasMore = reply.Value.HasMore;
        }
    }

    private NewSession Session(RefreshToken token) => token.ToSession(NowMs + (long)RefreshLife.TotalMilliseconds);

    private ValueTask<Reply<TResult>> ExecuteAsync<TCommand, TResult>(in TCommand command)
        where TCommand : struct, ICommand<TResult>
        where TResult : struct, IResult<TResult> =>
        handle.ExecuteAsync<TCommand, TResult>(AccountMachine.Partition, in command);

    private async ValueTask<Reply<AccountAnswer>> KnowAsync(ValueTask<Reply<AccountAnswer>> command)
    {
        Reply<AccountAnswer> reply = await command;
        if (reply.HasValue && reply.Value.Outcome == AccountOutcome.Done) _names.Add(reply.Value.Profile);
        return reply;
    }

    private async ValueTask<Reply<AccountAnswer>> PublishAsync(ValueTask<Reply<AccountAnswer>> command)
    {
        Reply<AccountAnswer> reply = await command;
        if (reply.HasValue) epochs.Publish(reply.Value.Profile.UserId, reply.Value.Profile.Epoch);
        return reply;
    }
}
