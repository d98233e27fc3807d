using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Shell.Auth.Commands;

/// <summary>Makes an account and its first session; refused when the email address is taken.</summary>
public readonly record struct RegisterAccount(long TimeMs, NewAccount Account, NewSession Session)
    : ICommand<AccountAnswer>
{
    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;
}
