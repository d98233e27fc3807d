using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Booking;

/// <summary>Removes a theater that no showtime refers to.</summary>
/// <param name="TimeMs">When the command was made, milliseconds since 1970.</param>
/// <param name="TheaterId">The theater.</param>
/// <param name="ExpectedRevision">The revision it was seen at.</param>
/// <param name="Idempotency">The key of the attempt, or none.</param>
public readonly record struct RemoveTheater(
    long TimeMs,
    ulong TheaterId,
    int ExpectedRevision,
    IdempotencyKey Idempotency = default) : ICommand<CatalogueResult>;
