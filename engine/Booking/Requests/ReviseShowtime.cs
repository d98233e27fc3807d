using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Booking;

/// <summary>
/// Replaces a showtime's terms by later ones; an earlier revision changes nothing. Cancelling the show refunds
/// everybody.
/// </summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="Terms">The new terms.</param>
public readonly record struct ReviseShowtime(long TimeMs, ShowtimeTerms Terms)
    : ICommand<BookingResult>
{
    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;
}
