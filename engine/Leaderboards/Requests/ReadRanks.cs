using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>Looks all-time ranks up, each as its own player sees it.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="PlayerIds">The players.</param>
public readonly record struct ReadRanks(long TimeMs, IReadOnlyList<ulong> PlayerIds)
    : IQuery<RanksReading>, IWireCommand<ReadRanks>
{
    private const int FieldCount = 2;

    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        WireList.Write(ref writer, PlayerIds);
    }

    /// <inheritdoc/>
    public static ReadRanks Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new ReadRanks(
            reader.ReadInt64(),
            WireList.ReadIds(ref reader));
        WireFields.End(ref reader, further);
        return command;
    }
}
