using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>A player's place on one board.</summary>
/// <param name="Board">The board.</param>
/// <param name="Rank">From 1; 0 for none.</param>
/// <param name="Score">The score; 0 for none.</param>
/// <param name="Size">How many are on the board.</param>
public readonly record struct PlayerStanding(BoardKey Board, long Rank, long Score, long Size)
    : IWireRecord<PlayerStanding>
{
    private const int FieldCount = 4;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        Board.Write(ref writer);
        writer.Write(Rank);
        writer.Write(Score);
        writer.Write(Size);
    }

    /// <inheritdoc/>
    public static PlayerStanding Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var value = new PlayerStanding(
            BoardKey.Read(ref reader),
            reader.ReadInt64(),
            reader.ReadInt64(),
            reader.ReadInt64());
        WireFields.End(ref reader, further);
        return value;
    }
}
