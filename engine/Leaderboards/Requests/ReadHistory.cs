using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>Reads a player's places day by day.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="PlayerId">The player.</param>
/// <param name="FromDay">The first day.</param>
/// <param name="Days">How many days.</param>
public readonly record struct ReadHistory(long TimeMs, ulong PlayerId, int FromDay, int Days)
    : IQuery<HistoryReading>, IWireCommand<ReadHistory>
{
    private const int FieldCount = 4;

    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        writer.Write(PlayerId);
        writer.Write(FromDay);
        writer.Write(Days);
    }

    /// <inheritdoc/>
    public static ReadHistory Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new ReadHistory(
            reader.ReadInt64(),
            reader.ReadUInt64(),
            reader.ReadInt32(),
            reader.ReadInt32());
        WireFields.End(ref reader, further);
        return command;
    }
}
