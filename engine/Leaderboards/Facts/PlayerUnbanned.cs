using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>A player is back on the boards.</summary>
/// <param name="PlayerId">The player.</param>
/// <param name="ModeratorId">Who did it.</param>
public readonly record struct PlayerUnbanned(ulong PlayerId, ulong ModeratorId)
    : IEvent<PlayerUnbanned>
{
    /// <inheritdoc/>
    public static ushort TypeId => 33;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(2);
        writer.Write(PlayerId);
        writer.Write(ModeratorId);
    }

    /// <inheritdoc/>
    public static PlayerUnbanned Read(ref MessagePackReader reader, byte version)
    {
        reader.ReadArrayHeader();
        return new PlayerUnbanned(
            reader.ReadUInt64(),
            reader.ReadUInt64());
    }
}
