using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Booking;

/// <summary>Holds seats chosen by hand, and/or general-admission places: all of them or none.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="UserId">Who asks.</param>
/// <param name="Seats">The seats.</param>
/// <param name="Area">The general-admission area, when places are wanted.</param>
/// <param name="Places">Places in it.</param>
/// <param name="NeedsAccess">Whether accessible seats may be taken.</param>
/// <param name="Idempotency">Makes repeating harmless; <c>default</c> for none.</param>
public readonly record struct ReserveSeats(
    long TimeMs, ulong UserId, SeatList Seats, byte Area = 0, byte Places = 0, bool NeedsAccess = false,
    IdempotencyKey Idempotency = default)
    : ICommand<HoldResult>;
