namespace Catalog.Engine.Leaderboards;

/// <content>Ranks, lists and counts, with ids for members.</content>
public sealed partial class RankedSet
{
    // Rows are read as entries, so many at a time, and then get their ids.
    private const int RowsTogether = 128;

    /// <summary>An id's rank from 1, or 0 when it is not in. A hidden one gets the rank it would have.</summary>
    /// <exception cref="InvalidOperationException">Dense ranks are asked for and scores are not counted.</exception>
    public int RankOf(ulong id, RankKind kind = RankKind.Ordinal)
    {
        int member = _members.Find(id);
        return member == MemberTable.None ? 0 : _ranking.RankOf(member, kind);
    }

    /// <summary>The rank a score has or would have: the best one among equals.</summary>
    /// <exception cref="InvalidOperationException">Dense ranks are asked for and scores are not counted.</exception>
    public int RankOfScore(long score, RankKind kind = RankKind.Competition) => _ranking.RankOfScore(score, kind);

    /// <summary>The row with an ordinal rank.</summary>
    public bool TryAt(int rank, out RankedRow row)
    {
        bool isThere = _ranking.TryAt(rank, out RankedEntry entry);
        row = isThere ? RowOf(in entry) : default;
        return isThere;
    }

    /// <summary>The first rows. O(log n + rows).</summary>
    /// <returns>Number of rows filled.</returns>
    public int Top(Span<RankedRow> rows) => Page(1, rows);

    /// <summary>The rows from a rank on. O(log n + rows).</summary>
    /// <returns>Number of rows filled.</returns>
    public int Page(int firstRank, Span<RankedRow> rows) => _ranking.PageRows(firstRank, rows, _members);

    /// <summary>The rows behind a point that <see cref="TryGetCursor"/> gave, at most 128. O(log n + rows).</summary>
    /// <returns>Number of rows filled.</returns>
    public int PageAfter(RankCursor cursor, Span<RankedRow> rows)
    {
        Span<RankedEntry> entries = stackalloc RankedEntry[Math.Min(rows.Length, RowsTogether)];
        int count = _ranking.PageAfter(cursor, entries);
        Name(entries[..count], rows);
        return count;
    }

    /// <summary>The point right behind an id. O(1).</summary>
    public bool TryGetCursor(ulong id, out RankCursor cursor)
    {
        int member = _members.Find(id);
        cursor = default;
        return member != MemberTable.None && _ranking.TryGetCursor(member, out cursor);
    }

    /// <summary>An id and those around it; fewer at either end. O(log n + rows).</summary>
    /// <param name="id">The id; its row is the one with it.</param>
    /// <param name="before">How many in front of it.</param>
    /// <param name="rows">What is filled; behind the id as many as fit.</param>
    /// <returns>Number of rows filled; 0 when the id is not in.</returns>
    public int Around(ulong id, int before, Span<RankedRow> rows)
    {
        int member = _members.Find(id);
        return member == MemberTable.None ? 0 : _ranking.AroundRows(member, before, rows, _members);
    }

    /// <summary>Number of visible members with scores from one to another, both included.</summary>
    public int CountBetween(long lowest, long highest) => _ranking.CountBetween(lowest, highest);

    /// <summary>
    /// Those with scores from one to another, both included, best first, at most 128. O(log n + rows).
    /// </summary>
    /// <param name="lowest">The lowest score.</param>
    /// <param name="highest">The highest score.</param>
    /// <param name="skip">How many of them to pass over.</param>
    /// <param name="rows">What is filled.</param>
    /// <returns>Number of rows filled.</returns>
    public int RangeByScore(long lowest, long highest, int skip, Span<RankedRow> rows)
    {
        Span<RankedEntry> entries = stackalloc RankedEntry[Math.Min(rows.Length, RowsTogether)];
        int count = _ranking.RangeByScore(lowest, highest, skip, entries);
        Name(entries[..count], rows);
        return count;
    }

    /// <summary>
    /// The share of the other visible members who have a worse score than an id, 0 to 1; 1 when there is nobody else,
    /// and not a number when the id is not in.
    /// </summary>
    public double PercentileOf(ulong id)
    {
        int member = _members.Find(id);
        return member == MemberTable.None ? double.NaN : _ranking.PercentileOf(member);
    }

    /// <summary>The row below which a share of the visible members is, 0 (the last) to 1 (the first).</summary>
    public bool TryAtPercentile(double share, out RankedRow row)
    {
        bool isThere = _ranking.TryAtPercentile(share, out RankedEntry entry);
        row = isThere ? RowOf(in entry) : default;
        return isThere;
    }

    private RankedRow RowOf(in RankedEntry entry) => new(_members.IdOf(entry.Member), entry.Score, entry.Rank);

    private void Name(ReadOnlySpan<RankedEntry> entries, Span<RankedRow> rows)
    {
        for (int i = 0; i < entries.Length; i++) rows[i] = RowOf(in entries[i]);
    }
}
