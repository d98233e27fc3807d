using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Shell.Auth.Commands;

/// <summary>Gives an account another role and ends every session.</summary>
public readonly record struct ChangeRole(long TimeMs, ulong UserId, AccountRole Role) : ICommand<AccountAnswer>
{
    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;
}
