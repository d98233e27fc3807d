using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Booking;

/// <summary>Adds a theater or replaces it.</summary>
/// <param name="TimeMs">When the command was made, milliseconds since 1970.</param>
/// <param name="Theater">The theater as it should be; its revision does not matter.</param>
/// <param name="ExpectedRevision">The revision the change was made from; 0 for a new record.</param>
/// <param name="Idempotency">The key of the attempt, or none.</param>
public readonly record struct SaveTheater(
    long TimeMs,
    Theater Theater,
    int ExpectedRevision,
    IdempotencyKey Idempotency = default) : ICommand<CatalogueResult>;
