using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Booking;

/// <summary>Where a user stands on the waiting list.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="UserId">Who asks.</param>
public readonly record struct FindWaiting(long TimeMs, ulong UserId)
    : IQuery<WaitingAnswer>
{
    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;
}
