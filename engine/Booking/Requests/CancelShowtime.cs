using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

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
    IdempotencyKey Idempotency = default) : ICommand<CatalogueResult>, IWireCommand<CancelShowtime>
{
    private const int FieldCount = 4;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        writer.Write(ShowtimeId);
        writer.Write(ExpectedRevision);
        Idempotency.Write(ref writer);
    }

    /// <inheritdoc/>
    public static CancelShowtime Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new CancelShowtime(
            reader.ReadInt64(),
            reader.ReadUInt64(),
            reader.ReadInt32(),
            IdempotencyKey.Read(ref reader));
        WireFields.End(ref reader, further);
        return command;
    }
}
