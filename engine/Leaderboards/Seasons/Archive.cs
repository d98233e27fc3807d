using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>The top of final standings, kept for good.</summary>
/// <param name="Head">Which standings.</param>
/// <param name="Rows">The top, by rank.</param>
internal sealed record Archive(ArchiveHead Head, BoardRow[] Rows) : IWireRecord<Archive>
{
    private const int FieldCount = 2;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        Head.Write(ref writer);
        WireList.Write(ref writer, Rows);
    }

    /// <inheritdoc/>
    public static Archive Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var archive = new Archive(ArchiveHead.Read(ref reader), WireList.Read<BoardRow>(ref reader));
        WireFields.End(ref reader, further);
        return archive;
    }

    /// <summary>The standings without a player: all behind move up.</summary>
    public Archive Without(ulong playerId)
    {
        int index = Array.FindIndex(Rows, row => row.PlayerId == playerId);
        if (index < 0) return this;
        var rows = new BoardRow[Rows.Length - 1];
        for (int i = 0; i < rows.Length; i++)
            rows[i] = i < index ? Rows[i] : Rows[i + 1] with { Rank = Rows[i + 1].Rank - 1 };
        return new Archive(Head with { Participants = Head.Participants - 1 }, rows);
    }
}
