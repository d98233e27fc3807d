using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Shell.Auth.Commands;

/// <summary>Ends one session.</summary>
public readonly record struct CloseSession(long TimeMs, FamilyId Family) : ICommand<AccountAnswer>
{
    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;
}
