using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>A moderator added to a player's score, or took from it, on the boards of the moment.</summary>
/// <param name="PlayerId">The player.</param>
/// <param name="Delta">What was added.</param>
/// <param name="Region">The region it was played in; 0 for none.</param>
/// <param name="Total">The player's all-time score after it.</param>
/// <param name="ModeratorId">Who did it.</param>
public readonly record struct ScoreAdjusted(ulong PlayerId, long Delta, byte Region, long Total, ulong ModeratorId)
    : IEvent<ScoreAdjusted>
{
    /// <inheritdoc/>
    public static ushort TypeId => 12;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(5);
        writer.Write(PlayerId);
        writer.Write(Delta);
        writer.Write(Region);
        writer.Write(Total);
        writer.Write(ModeratorId);
    }

    /// <inheritdoc/>
    public static ScoreAdjusted Read(ref MessagePackReader reader, byte version)
    {
        reader.ReadArrayHeader();
        return new ScoreAdjusted(
            reader.ReadUInt64(),
            reader.ReadInt64(),
            reader.ReadByte(),
            reader.ReadInt64(),
            reader.ReadUInt64());
    }
}
