using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Booking;

/// <summary>Calls a showtime off, for good.</summary>
/// <param name="TimeMs">When the command was made, milliseconds since 1970.</param>
/// <param name="ShowtimeId">The showtime.</param>
/// <param name="ExpectedRevision">The revision it was seen at.</param>
/// <param name="Idempotency">The key of the attempt, or none.</param>
public readonly record struct CancelShowtime(
    long TimeMs,
    ulong ShowtimeId,
    int ExpectedRevision,
    IdempotencyKey Idempotency = default) : ICommand<CatalogueResult>;
