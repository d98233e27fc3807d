using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Booking;

/// <summary>
/// Puts a showtime on sale with its own copy of a seat plan. Doing it again with the same plan revises the terms.
/// </summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="Plan">The seats.</param>
/// <param name="Terms">Times, prices, rules.</param>
public readonly record struct OpenShowtime(long TimeMs, SeatPlan Plan, ShowtimeTerms Terms)
    : ICommand<BookingResult>
{
    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;
}
