using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>Adds a film or replaces it.</summary>
/// <param name="TimeMs">When the command was made, milliseconds since 1970.</param>
/// <param name="Movie">The film as it should be; its revision does not matter.</param>
/// <param name="ExpectedRevision">The revision the change was made from; 0 for a new record.</param>
/// <param name="Idempotency">The key of the attempt, or none.</param>
public readonly record struct SaveMovie(
    long TimeMs,
    Movie Movie,
    int ExpectedRevision,
    IdempotencyKey Idempotency = default) : ICommand<CatalogueResult>, IWireCommand<SaveMovie>
{
    private const int FieldCount = 4;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        Movie.Write(ref writer);
        writer.Write(ExpectedRevision);
        Idempotency.Write(ref writer);
    }

    /// <inheritdoc/>
    public static SaveMovie Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new SaveMovie(
            reader.ReadInt64(),
            Movie.Read(ref reader),
            reader.ReadInt32(),
            IdempotencyKey.Read(ref reader));
        WireFields.End(ref reader, further);
        return command;
    }
}
