using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

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
    IdempotencyKey Idempotency = default) : ICommand<CatalogueResult>, IWireCommand<ImportCatalogue>
{
    private const int FieldCount = 3;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        Batch.Write(ref writer);
        Idempotency.Write(ref writer);
    }

    /// <inheritdoc/>
    public static ImportCatalogue Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new ImportCatalogue(
            reader.ReadInt64(),
            CatalogueBatch.Read(ref reader),
            IdempotencyKey.Read(ref reader));
        WireFields.End(ref reader, further);
        return command;
    }
}
