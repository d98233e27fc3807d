using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>
/// A copy of a part of a board at one moment, filled by <see cref="ReadBoard"/>. Owned by the caller again once the
/// query is answered; used again it allocates nothing.
/// </summary>
public sealed class BoardCopy
{
    private const int FieldCount = 5;
    private readonly List<BoardRow> _rows = [];

    /// <summary>The board, with the window it is of.</summary>
    public BoardKey Board { get; private set; }

    /// <summary>How many players are on it.</summary>
    public long Size { get; private set; }

    /// <summary>The rank of the player asked around, or 0 for none.</summary>
    public long OwnRank { get; private set; }

    /// <summary>The moment of the copy, milliseconds since 1970.</summary>
    public long TimeMs { get; private set; }

    /// <summary>The rows, by rank.</summary>
    public IReadOnlyList<BoardRow> Rows => _rows;

    /// <summary>Begins anew.</summary>
    internal void Begin(BoardKey board, long size, long timeMs)
    {
        (Board, Size, TimeMs, OwnRank) = (board, size, timeMs, 0);
        _rows.Clear();
    }

    internal void Add(in BoardRow row) => _rows.Add(row);

    internal void SetOwnRank(long rank) => OwnRank = rank;

    internal void SortByRank() => _rows.Sort(static (a, b) => a.Rank.CompareTo(b.Rank));

    /// <summary>Takes over what <paramref name="other"/> holds. O(rows).</summary>
    internal void TakeOver(BoardCopy other)
    {
        (Board, Size, OwnRank, TimeMs) = (other.Board, other.Size, other.OwnRank, other.TimeMs);
        _rows.Clear();
        _rows.AddRange(other._rows);
    }

    /// <summary>Encodes: <c>[board, size, own rank, time, [row, …]]</c>. O(rows).</summary>
    internal void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        Board.Write(ref writer);
        writer.Write(Size);
        writer.Write(OwnRank);
        writer.Write(TimeMs);
        WireList.Write(ref writer, _rows);
    }

    /// <summary>Decodes what <see cref="Write"/> wrote. O(rows).</summary>
    /// <exception cref="MessagePackFormatException">The bytes are not a copy of a board.</exception>
    internal static BoardCopy Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var copy = new BoardCopy();
        copy.Board = BoardKey.Read(ref reader);
        copy.Size = reader.ReadInt64();
        copy.OwnRank = reader.ReadInt64();
        copy.TimeMs = reader.ReadInt64();
        copy._rows.AddRange(WireList.Read<BoardRow>(ref reader));
        WireFields.End(ref reader, further);
        return copy;
    }
}
