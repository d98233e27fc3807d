using Catalog.Engine.Collections;

namespace Catalog.Engine.Leaderboards;

/// <content>Ranks, lists and counts.</content>
public sealed partial class RankedTree
{
    /// <summary>A member's rank from 1, or 0 when it is not in. A hidden one gets the rank it would have.</summary>
    /// <exception cref="InvalidOperationException">Dense ranks are asked for and scores are not counted.</exception>
    public int RankOf(int member, RankKind kind = RankKind.Ordinal)
    {
        TreePlace place = _ranking.PlaceOf(member);
        if (place.IsEnd) return 0;
        return kind == RankKind.Ordinal
            ? _ranking.WeightBefore(place) + 1
            : RankOfSortable(_ranking.KeyAt(place).Score, kind);
    }

    /// <summary>The rank a score has or would have: the best one among equals.</summary>
    /// <exception cref="InvalidOperationException">Dense ranks are asked for and scores are not counted.</exception>
    public int RankOfScore(long score, RankKind kind = RankKind.Competition) => RankOfSortable(Sortable(score), kind);

    /// <summary>The entry with an ordinal rank.</summary>
    public bool TryAt(int rank, out RankedEntry entry)
    {
        TreePlace place = _ranking.Select(rank - 1, out _);
        entry = place.IsEnd ? default : new RankedEntry(_ranking.ItemAt(place), rank, ScoreOf(_ranking.KeyAt(place)));
        return !place.IsEnd;
    }

    /// <summary>The first entries. O(log n + rows).</summary>
    /// <returns>Number of rows filled.</returns>
    public int Top(Span<RankedEntry> rows) => Fill(_ranking.First, 1, rows, MemberTable.None);

    /// <summary>The entries from a rank on. O(log n + rows).</summary>
    /// <returns>Number of rows filled.</returns>
    public int Page(int firstRank, Span<RankedEntry> rows) =>
        Fill(_ranking.Select(firstRank - 1, out _), firstRank, rows, MemberTable.None);

    /// <summary>As <see cref="Page"/>, with ids for members.</summary>
    internal int PageRows(int firstRank, Span<RankedRow> rows, MemberTable members)
    {
        TreePlace place = firstRank == 1 && HiddenCount == 0 ? _ranking.First : _ranking.Select(firstRank - 1, out _);
        return Fill(place, firstRank, rows, new RowMaker(members, MemberTable.None));
    }

    /// <summary>As <see cref="Around"/>, with ids for members.</summary>
    internal int AroundRows(int member, int before, Span<RankedRow> rows, MemberTable members)
    {
        TreePlace place = _ranking.PlaceOf(member);
        return place.IsEnd || rows.IsEmpty ? 0 : AroundPlace(place, before, rows, new RowMaker(members, member));
    }

    /// <summary>The entries behind a point that <see cref="TryGetCursor"/> gave. O(log n + rows).</summary>
    /// <returns>Number of rows filled.</returns>
    public int PageAfter(RankCursor cursor, Span<RankedEntry> rows)
    {
        TreePlace place = _ranking.LowerBound(new CursorProbe(new RankKey(Sortable(cursor.Score), cursor.Stamp)));
        return Fill(place, _ranking.WeightBefore(place) + 1, rows, MemberTable.None);
    }

    /// <summary>The point right behind a member. O(1).</summary>
    public bool TryGetCursor(int member, out RankCursor cursor)
    {
        TreePlace place = _ranking.PlaceOf(member);
        RankKey key = place.IsEnd ? default : _ranking.KeyAt(place);
        cursor = place.IsEnd ? default : new RankCursor(ScoreOf(in key), key.Stamp);
        return !place.IsEnd;
    }

    /// <summary>
    /// A member and those around it; fewer at either end. The member's own row is the one with its number.
    /// O(log n + rows).
    /// </summary>
    /// <param name="member">The member.</param>
    /// <param name="before">How many in front of it.</param>
    /// <param name="rows">What is filled; behind the member as many as fit.</param>
    /// <returns>Number of rows filled; 0 when the member is not in.</returns>
    public int Around(int member, int before, Span<RankedEntry> rows)
    {
        TreePlace place = _ranking.PlaceOf(member);
        return place.IsEnd || rows.IsEmpty ? 0 : AroundPlace(place, before, rows, new EntryMaker(member));
    }

    /// <summary>Number of visible members with scores from one to another, both included.</summary>
    public int CountBetween(long lowest, long highest) =>
        lowest > highest ? 0 : WeightUpTo(lowest, highest) - WeightBeforeScores(lowest, highest);

    /// <summary>Those with scores from one to another, both included, best first. O(log n + rows).</summary>
    /// <param name="lowest">The lowest score.</param>
    /// <param name="highest">The highest score.</param>
    /// <param name="skip">How many of them to pass over.</param>
    /// <param name="rows">What is filled.</param>
    /// <returns>Number of rows filled.</returns>
    public int RangeByScore(long lowest, long highest, int skip, Span<RankedEntry> rows)
    {
        if (lowest > highest || skip < 0) return 0;
        int first = WeightBeforeScores(lowest, highest) + skip;
        int count = WeightUpTo(lowest, highest) - first;
        return count <= 0 ? 0 : Page(first + 1, rows[..Math.Min(count, rows.Length)]);
    }

    /// <summary>
    /// The share of the other visible members who have a worse score than a member, 0 to 1; 1 when there is nobody
    /// else, and not a number when the member is not in.
    /// </summary>
    public double PercentileOf(int member)
    {
        TreePlace place = _ranking.PlaceOf(member);
        if (place.IsEnd) return double.NaN;
        RankKey key = _ranking.KeyAt(place);
        int others = Count - (key.IsHidden ? 0 : 1);
        int worse = Count - WeightBeforeBehind(key.Score);
        return others == 0 ? 1 : (double)worse / others;
    }

    /// <summary>The entry below which a share of the visible members is, 0 (the last) to 1 (the first).</summary>
    public bool TryAtPercentile(double share, out RankedEntry entry)
    {
        entry = default;
        if (Count == 0 || !(share >= 0 && share <= 1)) return false;
        return TryAt(Count - (int)Math.Round(share * (Count - 1), MidpointRounding.ToEven), out entry);
    }

    private int RankOfSortable(ulong score, RankKind kind)
    {
        TreePlace place = _ranking.LowerBound(new ScoreProbe(score));
        return 1 + (kind == RankKind.Dense ? _ranking.GroupsBefore(place) : _ranking.WeightBefore(place));
    }

    // The better end of a range of scores is the first one, whichever way they are ordered.
    private int WeightBeforeScores(long lowest, long highest) =>
        _ranking.WeightBefore(_ranking.LowerBound(new ScoreProbe(Math.Min(Sortable(lowest), Sortable(highest)))));

    private int WeightUpTo(long lowest, long highest) =>
        WeightBeforeBehind(Math.Max(Sortable(lowest), Sortable(highest)));

    private int WeightBeforeBehind(ulong score) =>
        score == ulong.MaxValue ? Count : _ranking.WeightBefore(_ranking.LowerBound(new ScoreProbe(score + 1)));

    private int AroundPlace<TRow, TMaker>(TreePlace place, int before, Span<TRow> rows, TMaker maker)
        where TMaker : struct, IRowMaker<TRow>
    {
        int rank = _ranking.WeightBefore(place) + 1;
        int back = Math.Min(Math.Min(Math.Max(before, 0), rows.Length - 1), rank - 1);
        place = StepBack(place, back);
        return Fill(place, rank - back, rows, maker);
    }

    // So many visible entries back, which there are.
    private TreePlace StepBack(TreePlace place, int count)
    {
        if (count <= place.Position && _ranking.IsUnit(place)) return place with { Position = place.Position - count };
        while (count > 0)
        {
            place = _ranking.Previous(place);
            count -= _ranking.KeyAt(place).IsHidden ? 0 : 1;
        }

        return place;
    }

    private int Fill(TreePlace place, int rank, Span<RankedEntry> rows, int self) =>
        Fill(place, rank, rows, new EntryMaker(self));

    // From a place on, without those who are hidden but for one who asks.
    private int Fill<TRow, TMaker>(TreePlace place, int rank, Span<TRow> rows, TMaker maker)
        where TMaker : struct, IRowMaker<TRow>
    {
        int count = 0;
        for (; !place.IsEnd && count < rows.Length; place = _ranking.NextLeaf(place))
        {
            ReadOnlySpan<RankKey> keys = _ranking.KeysFrom(place);
            ReadOnlySpan<int> members = _ranking.ItemsFrom(place)[..keys.Length];
            if (_ranking.IsUnit(place))
            {
                Span<TRow> some = rows[count..];
                int taken = Math.Min(keys.Length, some.Length);
                for (int i = 0; i < taken; i++) some[i] = maker.Make(members[i], rank + i, ScoreOf(in keys[i]));
                count += taken;
                rank += taken;
                continue;
            }

            for (int i = 0; i < keys.Length && count < rows.Length; i++)
            {
                if (keys[i].IsHidden && members[i] != maker.Self) continue;
                rows[count++] = maker.Make(members[i], rank++, ScoreOf(in keys[i]));
            }
        }

        return count;
    }
}
