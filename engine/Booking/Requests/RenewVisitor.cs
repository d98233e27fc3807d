using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Booking;

/// <summary>
/// Asks where a visitor of the waiting room stands, and is a sign of life: whoever gives none for too long loses the
/// place. Costs a fact only when the last sign is a while ago.
/// </summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="UserId">Who asks.</param>
public readonly record struct RenewVisitor(long TimeMs, ulong UserId)
    : ICommand<VisitorAnswer>
{
    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;
}
