using Catalog.Engine.Core.Machines;
using Catalog.Shell.Auth.Commands;

namespace Catalog.Shell.Auth;

/// <summary>Two accounts to try things with, made on first start only.</summary>
public sealed class DemoAccounts(Accounts accounts, PasswordHashing passwords)
{
    /// <summary>Email, password, name and role of each.</summary>
    public static IReadOnlyList<(string Email, string Password, string Name, AccountRole Role)> All { get; } =
    [
        ("demo@catalog.test", "demo-customer-1", "Demo Customer", AccountRole.Customer),
        ("admin@catalog.test", "demo-admin-1", "Demo Admin", AccountRole.Admin),
    ];

    /// <summary>Makes them.</summary>
    /// <exception cref="InvalidOperationException">The engine does not answer.</exception>
    public async Task CreateAsync(CancellationToken cancel)
    {
        foreach ((string email, string password, string name, AccountRole role) in All)
        {
            string hash = await passwords.HashAsync(password, cancel)
                ?? throw new InvalidOperationException("No turn to hash a password before the server is open.");
            Reply<AccountAnswer> reply =
                await accounts.RegisterAsync(new NewAccount(email, name, hash, role), RefreshToken.Draw());
            if (!reply.HasValue) throw new InvalidOperationException($"The accounts do not answer: {reply.Status}.");
        }
    }
}
