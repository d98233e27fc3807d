using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Booking;

/// <summary>Gives a hold back.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="UserId">Who asks.</param>
/// <param name="BookingId">The booking.</param>
/// <param name="Token">The fencing token the caller knows, or none to take the hold as it is.</param>
/// <param name="Idempotency">Makes repeating harmless; <c>default</c> for none.</param>
/// <param name="IsByHouse">Whether the box office asks: it need not be the owner.</param>
public readonly record struct ReleaseHold(
    long TimeMs,
    ulong UserId,
    ulong BookingId,
    HoldToken Token,
    IdempotencyKey Idempotency = default,
    bool IsByHouse = false)
    : ICommand<BookingResult>;
