using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Booking;

/// <summary>Copies a showtime's seats as they are into a buffer of the caller's.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="Target">Filled by the shard; the caller reads it once answered.</param>
public readonly record struct ReadSeats(long TimeMs, SeatsCopy Target)
    : IQuery<BookingResult>
{
    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;
}
