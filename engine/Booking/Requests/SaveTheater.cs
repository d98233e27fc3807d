using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

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
    IdempotencyKey Idempotency = default) : ICommand<CatalogueResult>, IWireCommand<SaveTheater>
{
    private const int FieldCount = 4;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        Theater.Write(ref writer);
        writer.Write(ExpectedRevision);
        Idempotency.Write(ref writer);
    }

    /// <inheritdoc/>
    public static SaveTheater Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new SaveTheater(
            reader.ReadInt64(),
            Theater.Read(ref reader),
            reader.ReadInt32(),
            IdempotencyKey.Read(ref reader));
        WireFields.End(ref reader, further);
        return command;
    }
}
