using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Booking;

/// <summary>Takes free places of an area out of sale for the box office: all of them or none.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="Area">The area.</param>
/// <param name="Places">How many places.</param>
public readonly record struct BlockPlaces(long TimeMs, byte Area, int Places)
    : ICommand<BookingResult>
{
    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;
}
