using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>A player follows another, or no longer does.</summary>
/// <param name="PlayerId">The player.</param>
/// <param name="OtherId">Who is followed.</param>
/// <param name="IsFollowed">Whether still.</param>
public readonly record struct PlayerFollowed(ulong PlayerId, ulong OtherId, bool IsFollowed)
    : IEvent<PlayerFollowed>
{
    /// <inheritdoc/>
    public static ushort TypeId => 2;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(3);
        writer.Write(PlayerId);
        writer.Write(OtherId);
        writer.Write(IsFollowed);
    }

    /// <inheritdoc/>
    public static PlayerFollowed Read(ref MessagePackReader reader, byte version)
    {
        reader.ReadArrayHeader();
        return new PlayerFollowed(
            reader.ReadUInt64(),
            reader.ReadUInt64(),
            reader.ReadBoolean());
    }
}
