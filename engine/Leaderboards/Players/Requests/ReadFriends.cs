using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>Lists whom a player follows.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="PlayerId">The player.</param>
public readonly record struct ReadFriends(long TimeMs, ulong PlayerId)
    : IQuery<FriendsReading>, IWireCommand<ReadFriends>
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
    public static ReadFriends Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new ReadFriends(
            reader.ReadInt64(),
            reader.ReadUInt64());
        WireFields.End(ref reader, further);
        return command;
    }
}
