using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Booking;

/// <summary>
/// Holds the best seats that fit a wish, chosen inside the writer so that a crowd is not sent to the same seats.
/// </summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="UserId">Who asks.</param>
/// <param name="Wish">What is wanted.</param>
/// <param name="Idempotency">Makes repeating harmless; <c>default</c> for none.</param>
public readonly record struct ReserveBest(
    long TimeMs, ulong UserId, SeatWish Wish, IdempotencyKey Idempotency = default)
    : ICommand<HoldResult>;
