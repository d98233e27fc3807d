using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Booking;

/// <summary>Puts blocked seats back on sale: all of them or none.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="Seats">The seats.</param>
public readonly record struct UnblockSeats(long TimeMs, SeatSet Seats)
    : ICommand<BookingResult>
{
    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;
}
