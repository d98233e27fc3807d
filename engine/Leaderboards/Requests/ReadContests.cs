using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>Lists events and tournaments.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="PlayerId">Whose part in them is told; 0 for nobody's.</param>
public readonly record struct ReadContests(long TimeMs, ulong PlayerId)
    : IQuery<ContestsReading>, IWireCommand<ReadContests>
{
    private const int FieldCount = 2;

    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        writer.Write(PlayerId);
    }

    /// <inheritdoc/>
    public static ReadContests Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new ReadContests(
            reader.ReadInt64(),
            reader.ReadUInt64());
        WireFields.End(ref reader, further);
        return command;
    }
}
