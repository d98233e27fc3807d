using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Booking;

/// <summary>Cancels a sold booking and refunds it; the seats come back.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="UserId">Who asks.</param>
/// <param name="BookingId">The booking.</param>
/// <param name="IsByHouse">Whether the house cancels, which needs no ownership.</param>
/// <param name="Idempotency">Makes repeating harmless; <c>default</c> for none.</param>
public readonly record struct CancelBooking(
    long TimeMs, ulong UserId, ulong BookingId, bool IsByHouse = false, IdempotencyKey Idempotency = default)
    : ICommand<BookingResult>;
