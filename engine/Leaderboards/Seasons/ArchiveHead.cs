using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>Which final standings these are.</summary>
/// <param name="Board">The board.</param>
/// <param name="ClosedMs">When they became final, milliseconds since 1970.</param>
/// <param name="Participants">How many were on the board.</param>
public readonly record struct ArchiveHead(BoardKey Board, long ClosedMs, long Participants)
    : IWireRecord<ArchiveHead>
{
    private const int FieldCount = 3;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        Board.Write(ref writer);
        writer.Write(ClosedMs);
        writer.Write(Participants);
    }

    /// <inheritdoc/>
    public static ArchiveHead Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var value = new ArchiveHead(
            BoardKey.Read(ref reader),
            reader.ReadInt64(),
            reader.ReadInt64());
        WireFields.End(ref reader, further);
        return value;
    }
}
