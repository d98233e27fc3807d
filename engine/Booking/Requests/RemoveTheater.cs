using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

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
    IdempotencyKey Idempotency = default) : ICommand<CatalogueResult>, IWireCommand<RemoveTheater>
{
    private const int FieldCount = 4;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        writer.Write(TheaterId);
        writer.Write(ExpectedRevision);
        Idempotency.Write(ref writer);
    }

    /// <inheritdoc/>
    public static RemoveTheater Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new RemoveTheater(
            reader.ReadInt64(),
            reader.ReadUInt64(),
            reader.ReadInt32(),
            IdempotencyKey.Read(ref reader));
        WireFields.End(ref reader, further);
        return command;
    }
}
