using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>Follows another player, or no longer does.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="PlayerId">The player.</param>
/// <param name="OtherId">Whom.</param>
/// <param name="IsFollowed">Whether from now on.</param>
public readonly record struct FollowPlayer(long TimeMs, ulong PlayerId, ulong OtherId, bool IsFollowed)
    : ICommand<BoardResult>, IWireCommand<FollowPlayer>
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
        writer.Write(OtherId);
        writer.Write(IsFollowed);
    }

    /// <inheritdoc/>
    public static FollowPlayer Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new FollowPlayer(
            reader.ReadInt64(),
            reader.ReadUInt64(),
            reader.ReadUInt64(),
            reader.ReadBoolean());
        WireFields.End(ref reader, further);
        return command;
    }
}
