using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Booking;

/// <summary>Copies a showtime's live holds into a buffer of the caller's, a page at a time.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="Target">Filled by the shard; the caller reads it once answered.</param>
/// <param name="AfterGeneration">Only holds whose token's generation is later; 0 for all.</param>
/// <param name="Limit">The most it copies.</param>
public readonly record struct ReadHolds(long TimeMs, HoldsCopy Target, ulong AfterGeneration, int Limit)
    : IQuery<BookingResult>
{
    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;
}
