using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>Looks players up.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="PlayerIds">The players; those who are not known are left out.</param>
public readonly record struct ReadProfiles(long TimeMs, IReadOnlyList<ulong> PlayerIds)
    : IQuery<PlayersReading>, IWireCommand<ReadProfiles>
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
    public static ReadProfiles Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new ReadProfiles(
            reader.ReadInt64(),
            WireList.ReadIds(ref reader));
        WireFields.End(ref reader, further);
        return command;
    }
}
