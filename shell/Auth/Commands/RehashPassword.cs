using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Shell.Auth.Commands;

/// <summary>Keeps the same password under a newer hash; sessions go on.</summary>
public readonly record struct RehashPassword(long TimeMs, ulong UserId, int Epoch, string PasswordHash)
    : ICommand<AccountAnswer>
{
    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;
}
