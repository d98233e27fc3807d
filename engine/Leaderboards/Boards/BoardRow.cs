using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>A place on a board.</summary>
/// <param name="Rank">From 1.</param>
/// <param name="PlayerId">The player.</param>
/// <param name="Score">The score that brought it.</param>
public readonly record struct BoardRow(long Rank, ulong PlayerId, long Score)
    : IWireRecord<BoardRow>
{
    private const int FieldCount = 3;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(Rank);
        writer.Write(PlayerId);
        writer.Write(Score);
    }

    /// <inheritdoc/>
    public static BoardRow Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var value = new BoardRow(
            reader.ReadInt64(),
            reader.ReadUInt64(),
            reader.ReadInt64());
        WireFields.End(ref reader, further);
        return value;
    }
}
