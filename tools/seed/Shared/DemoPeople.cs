using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Shards;
using Catalog.Shell.Auth;
using Catalog.Shell.Auth.Commands;
using Catalog.Shell.Options;

namespace Catalog.Seed.Shared;

/// <summary>
/// Registers people: first the two demo accounts, ids 1 and 2, as the server's first start would, then the others from
/// id 3 on. They all share one password hash, that of the demo customer: fifty thousand hashes of their own would cost
/// an hour of a core.
/// </summary>
/// <param name="handle">The accounts.</param>
internal sealed class DemoPeople(SystemHandle<AccountsState> handle)
{
    /// <summary>The demo customer's account.</summary>
    public const ulong CustomerId = 1;

    /// <summary>The first account that is not a demo account.</summary>
    public const ulong FirstId = 3;

    /// <summary>Whether anybody is registered.</summary>
    public async Task<bool> AnyAsync(long timeMs)
    {
        var find = new FindAccount(timeMs, CustomerId);
        Reply<AccountAnswer> reply =
            await handle.ExecuteAsync<FindAccount, AccountAnswer>(AccountMachine.Partition, in find);
        return reply.Value.Outcome == AccountOutcome.Done;
    }

    /// <summary>Registers them.</summary>
    /// <param name="people">Names and email addresses.</param>
    /// <param name="timeMs">When, milliseconds since 1970.</param>
    /// <param name="progress">Told of each thousand.</param>
    /// <exception cref="InvalidOperationException">One is refused: an address is taken.</exception>
    public async Task RegisterAsync(
        IReadOnlyList<(string Name, string Email)> people, long timeMs, ISeedProgress progress)
    {
        var register = new CommandStream<AccountsState, RegisterAccount, AccountAnswer>(handle, CheckRegistered);
        var close = new CommandStream<AccountsState, CloseSession, AccountAnswer>(handle, CheckClosed);
        using var hashing = new PasswordHashing(new AuthOptions());
        string shared = "";
        ulong id = 0;
        foreach ((string email, string password, string name, AccountRole role) in DemoAccounts.All)
        {
            string hash = (await hashing.HashAsync(password, CancellationToken.None))!;
            if (role == AccountRole.Customer) shared = hash;
            await SendAsync(register, close, ++id, timeMs, new NewAccount(email, name, hash, role));
        }

        foreach ((string name, string email) in people)
        {
            await SendAsync(register, close, ++id, timeMs, new NewAccount(email, name, shared, AccountRole.Customer));
            if (id % 1000 == 0) progress.Report((long)id);
        }

        await register.DrainAsync();
        await close.DrainAsync();
    }

    // Registering opens a session; nobody has its token, so it is closed at once.
    private static async ValueTask SendAsync(
        CommandStream<AccountsState, RegisterAccount, AccountAnswer> register,
        CommandStream<AccountsState, CloseSession, AccountAnswer> close,
        ulong id, long timeMs, NewAccount account)
    {
        var family = new FamilyId(0, id);
        var session = new NewSession(family, default, timeMs);
        await register.SendAsync(AccountMachine.Partition, new RegisterAccount(timeMs, account, session), id);
        await close.SendAsync(AccountMachine.Partition, new CloseSession(timeMs, family), id);
    }

    private static string? CheckRegistered(AccountAnswer answer, ulong id)
    {
        if (answer.Outcome != AccountOutcome.Done) return answer.Outcome.ToString();
        return answer.Profile.UserId == id ? null : $"the account has id {answer.Profile.UserId}";
    }

    private static string? CheckClosed(AccountAnswer answer, ulong id) =>
        answer.Outcome == AccountOutcome.Done ? null : answer.Outcome.ToString();
}
