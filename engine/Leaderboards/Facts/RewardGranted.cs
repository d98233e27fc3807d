using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>A player is rewarded for a place in final standings.</summary>
/// <param name="Board">The board.</param>
/// <param name="Rank">The place, from 1.</param>
/// <param name="PlayerId">The player.</param>
/// <param name="Score">The score that brought it.</param>
/// <param name="Reward">What the player gets.</param>
public readonly record struct RewardGranted(BoardKey Board, int Rank, ulong PlayerId, long Score, string Reward)
    : IEvent<RewardGranted>
{
    /// <inheritdoc/>
    public static ushort TypeId => 22;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(5);
        Board.Write(ref writer);
        writer.Write(Rank);
        writer.Write(PlayerId);
        writer.Write(Score);
        writer.Write(Reward);
    }

    /// <inheritdoc/>
    public static RewardGranted Read(ref MessagePackReader reader, byte version)
    {
        reader.ReadArrayHeader();
        return new RewardGranted(
            BoardKey.Read(ref reader),
            reader.ReadInt32(),
            reader.ReadUInt64(),
            reader.ReadInt64(),
            reader.ReadString());
    }
}
