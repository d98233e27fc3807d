using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>Copies a showtime's seats as they are into a buffer of the caller's.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="Target">Filled by the shard; the caller reads it once answered.</param>
public readonly record struct ReadSeats(long TimeMs, SeatsCopy Target)
    : IQuery<SeatsReading>, IWireCommand<ReadSeats>
{
    private const int FieldCount = 2;

    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        writer.Write(Target.KeepsLapsed);
    }

    /// <summary>Decodes the query; its target is a copy of its own.</summary>
    /// <exception cref="MessagePackFormatException">The bytes are not such a query.</exception>
    public static ReadSeats Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var query = new ReadSeats(reader.ReadInt64(), new SeatsCopy { KeepsLapsed = reader.ReadBoolean() });
        WireFields.End(ref reader, further);
        return query;
    }
}
