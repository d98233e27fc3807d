using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>A player is off the boards, without gaps.</summary>
/// <param name="PlayerId">The player.</param>
/// <param name="Kind">How.</param>
/// <param name="UntilMs">When it ends, milliseconds since 1970; 0 for never.</param>
/// <param name="ModeratorId">Who did it.</param>
public readonly record struct PlayerBanned(ulong PlayerId, BanKind Kind, long UntilMs, ulong ModeratorId)
    : IEvent<PlayerBanned>
{
    /// <inheritdoc/>
    public static ushort TypeId => 32;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(4);
        writer.Write(PlayerId);
        writer.Write((byte)Kind);
        writer.Write(UntilMs);
        writer.Write(ModeratorId);
    }

    /// <inheritdoc/>
    public static PlayerBanned Read(ref MessagePackReader reader, byte version)
    {
        reader.ReadArrayHeader();
        return new PlayerBanned(
            reader.ReadUInt64(),
            (BanKind)reader.ReadByte(),
            reader.ReadInt64(),
            reader.ReadUInt64());
    }
}
