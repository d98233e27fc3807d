using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>Adds a showtime or replaces it.</summary>
/// <param name="TimeMs">When the command was made, milliseconds since 1970.</param>
/// <param name="Showtime">The showtime as it should be; its end, status and revision do not matter.</param>
/// <param name="ExpectedRevision">The revision the change was made from; 0 for a new record.</param>
/// <param name="Idempotency">The key of the attempt, or none.</param>
public readonly record struct SaveShowtime(
    long TimeMs,
    Showtime Showtime,
    int ExpectedRevision,
    IdempotencyKey Idempotency = default) : ICommand<CatalogueResult>, IWireCommand<SaveShowtime>
{
    private const int FieldCount = 4;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        Showtime.Write(ref writer);
        writer.Write(ExpectedRevision);
        Idempotency.Write(ref writer);
    }

    /// <inheritdoc/>
    public static SaveShowtime Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new SaveShowtime(
            reader.ReadInt64(),
            Showtime.Read(ref reader),
            reader.ReadInt32(),
            IdempotencyKey.Read(ref reader));
        WireFields.End(ref reader, further);
        return command;
    }
}
