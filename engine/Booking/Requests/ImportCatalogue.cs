using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Booking;

/// <summary>
/// Adds many records at once, all or none. They must be new; unlike single showtimes, imported ones may be history.
/// A refusal names the first record at fault. At most <see cref="CatalogueLimits.MaxImportBytes"/> as facts.
/// </summary>
/// <param name="TimeMs">When the command was made, milliseconds since 1970.</param>
/// <param name="Batch">The records.</param>
/// <param name="Idempotency">The key of the attempt, or none.</param>
public readonly record struct ImportCatalogue(
    long TimeMs,
    CatalogueBatch Batch,
    IdempotencyKey Idempotency = default) : ICommand<CatalogueResult>;
