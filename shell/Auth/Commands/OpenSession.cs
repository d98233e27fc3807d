using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Shell.Auth.Commands;

/// <summary>Opens a session, unless the account's sessions were ended since its password was checked.</summary>
public readonly record struct OpenSession(long TimeMs, ulong UserId, int Epoch, NewSession Session)
    : ICommand<AccountAnswer>
{
    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;
}
