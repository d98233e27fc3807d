using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Shell.Auth.Commands;

/// <summary>Ends every session of an account.</summary>
public readonly record struct SignOutEverywhere(long TimeMs, ulong UserId) : ICommand<AccountAnswer>
{
    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;
}
