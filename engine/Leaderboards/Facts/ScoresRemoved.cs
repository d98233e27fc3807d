using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>A player's scores were removed from every board; all ranks behind moved up.</summary>
/// <param name="PlayerId">The player.</param>
/// <param name="Total">The all-time score that was removed.</param>
/// <param name="Rank">The all-time rank that came free; 0 for none.</param>
/// <param name="ModeratorId">Who did it.</param>
public readonly record struct ScoresRemoved(ulong PlayerId, long Total, long Rank, ulong ModeratorId)
    : IEvent<ScoresRemoved>
{
    /// <inheritdoc/>
    public static ushort TypeId => 34;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(4);
        writer.Write(PlayerId);
        writer.Write(Total);
        writer.Write(Rank);
        writer.Write(ModeratorId);
    }

    /// <inheritdoc/>
    public static ScoresRemoved Read(ref MessagePackReader reader, byte version)
    {
        reader.ReadArrayHeader();
        return new ScoresRemoved(
            reader.ReadUInt64(),
            reader.ReadInt64(),
            reader.ReadInt64(),
            reader.ReadUInt64());
    }
}
