using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>
/// Final standings by board, in the order they became final; of a kind and region the latest so many.
/// </summary>
/// <remarks>Finding is O(n) over those of the kind and region. Owned by the mode's shard.</remarks>
internal sealed class ArchiveShelf
{
    private readonly SortedDictionary<int, List<Archive>> _rows = [];

    /// <summary>Puts standings there; the oldest leave when there are too many.</summary>
    public void Add(Archive archive, int mostKept)
    {
        List<Archive> row = RowOf(archive.Head.Board);
        row.RemoveAll(each => each.Head.Board == archive.Head.Board);
        row.Add(archive);
        if (row.Count > mostKept) row.RemoveRange(0, row.Count - mostKept);
    }

    /// <summary>Finds standings; null when there are none.</summary>
    public Archive? Find(BoardKey board) =>
        _rows.TryGetValue(Order(board), out List<Archive>? row)
            ? row.Find(each => each.Head.Board == board)
            : null;

    /// <summary>Which standings there are, the latest first.</summary>
    public ArchiveHead[] List(WindowKind kind, byte region, int limit)
    {
        if (!_rows.TryGetValue(Order(new BoardKey(kind, region, 0)), out List<Archive>? row)) return [];
        var heads = new ArchiveHead[Math.Clamp(limit, 0, row.Count)];
        for (int i = 0; i < heads.Length; i++) heads[i] = row[row.Count - 1 - i].Head;
        return heads;
    }

    /// <summary>Takes a player out of all standings. O(all).</summary>
    public void Remove(ulong playerId)
    {
        foreach (List<Archive> row in _rows.Values)
            for (int i = 0; i < row.Count; i++) row[i] = row[i].Without(playerId);
    }

    /// <summary>Encodes all, kind by kind. O(n).</summary>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(_rows.Count);
        foreach (List<Archive> row in _rows.Values) WireList.Write(ref writer, row);
    }

    /// <summary>Decodes what <see cref="Write"/> wrote into an empty shelf. O(n).</summary>
    public void Read(ref MessagePackReader reader)
    {
        int count = reader.ReadArrayHeader();
        for (int i = 0; i < count; i++)
            foreach (Archive archive in WireList.Read<Archive>(ref reader)) RowOf(archive.Head.Board).Add(archive);
    }

    private List<Archive> RowOf(BoardKey board)
    {
        if (!_rows.TryGetValue(Order(board), out List<Archive>? row)) _rows.Add(Order(board), row = []);
        return row;
    }

    private static int Order(BoardKey board) => ((int)board.Kind << 8) | board.Region;
}
