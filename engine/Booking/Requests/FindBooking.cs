using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Booking;

/// <summary>Looks a booking up: an alive hold, or sold.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="UserId">Who asks.</param>
/// <param name="BookingId">The booking.</param>
public readonly record struct FindBooking(long TimeMs, ulong UserId, ulong BookingId)
    : IQuery<HoldResult>
{
    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;
}
