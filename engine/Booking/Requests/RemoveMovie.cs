using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Booking;

/// <summary>Removes a film that no showtime refers to.</summary>
/// <param name="TimeMs">When the command was made, milliseconds since 1970.</param>
/// <param name="MovieId">The film.</param>
/// <param name="ExpectedRevision">The revision it was seen at.</param>
/// <param name="Idempotency">The key of the attempt, or none.</param>
public readonly record struct RemoveMovie(
    long TimeMs,
    ulong MovieId,
    int ExpectedRevision,
    IdempotencyKey Idempotency = default) : ICommand<CatalogueResult>;
