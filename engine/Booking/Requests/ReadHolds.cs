using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>Copies a showtime's live holds into a buffer of the caller's, a page at a time.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="Target">Filled by the shard; the caller reads it once answered.</param>
/// <param name="AfterGeneration">Only holds whose token's generation is later; 0 for all.</param>
/// <param name="Limit">The most it copies.</param>
public readonly record struct ReadHolds(long TimeMs, HoldsCopy Target, ulong AfterGeneration, int Limit)
    : IQuery<HoldsReading>, IWireCommand<ReadHolds>
{
    private const int FieldCount = 3;

    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        writer.Write(AfterGeneration);
        writer.Write(Limit);
    }

    /// <summary>Decodes the query; its target is a copy of its own.</summary>
    /// <exception cref="MessagePackFormatException">The bytes are not such a query.</exception>
    public static ReadHolds Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var query = new ReadHolds(reader.ReadInt64(), new HoldsCopy(), reader.ReadUInt64(), reader.ReadInt32());
        WireFields.End(ref reader, further);
        return query;
    }
}
