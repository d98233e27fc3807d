using Catalog.Engine.Collections;

namespace Catalog.Engine.Leaderboards;

/// <content>Positions, ranges and walks.</content>
public sealed partial class NamedRankedSet
{
    /// <summary>A name's position, from 0 at the lowest score; -1 when it is not in.</summary>
    /// <param name="name">The name.</param>
    /// <param name="isFromEnd">Whether it is counted from the highest score down, as ZREVRANK does.</param>
    /// <param name="score">Its score.</param>
    public int PositionOf(ReadOnlySpan<byte> name, bool isFromEnd, out double score)
    {
        score = 0;
        int number = _names.Find(name);
        if (number == NameTable.None) return -1;
        TreePlace place = _tree.PlaceOf(number);
        score = ScoreOf(_tree.KeyAt(place).Score);
        int position = _tree.WeightBefore(place);
        return isFromEnd ? Count - 1 - position : position;
    }

    /// <summary>The entry at a position.</summary>
    /// <param name="position">The position from the lowest score up.</param>
    /// <param name="entry">The entry.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryAt(int position, out NamedEntry entry)
    {
        TreePlace place = _tree.Select(position, out _);
        entry = place.IsEnd ? default : EntryAt(place);
        return !place.IsEnd;
    }

    /// <summary>
    /// The positions from one to another, both included; negative ones count from the end, as ZRANGE's.
    /// </summary>
    /// <param name="start">The first.</param>
    /// <param name="stop">The last.</param>
    /// <param name="isFromEnd">Whether they are counted from the highest score down.</param>
    public PositionRange RangeByPosition(long start, long stop, bool isFromEnd = false)
    {
        int count = Count;
        start = Math.Max(0, start < 0 ? start + count : start);
        stop = Math.Min(count - 1L, stop < 0 ? stop + count : stop);
        if (start > stop) return default;
        int length = (int)(stop - start) + 1;
        return new PositionRange(isFromEnd ? count - 1 - (int)stop : (int)start, length);
    }

    /// <summary>Those with scores from one to another. Its count is ZCOUNT's.</summary>
    /// <exception cref="ArgumentException">A bound is not a number.</exception>
    public PositionRange RangeByScore(ScoreBound lowest, ScoreBound highest)
    {
        if (double.IsNaN(lowest.Score) || double.IsNaN(highest.Score))
            throw new ArgumentException("A bound is not a number.");
        int first = PositionOf(new NamedScoreProbe(Sortable(lowest.Score), lowest.IsExclusive));
        int end = PositionOf(new NamedScoreProbe(Sortable(highest.Score), !highest.IsExclusive));
        return new PositionRange(first, Math.Max(0, end - first));
    }

    /// <summary>
    /// Those with names from one to another, where all scores are equal; as in Redis, it is not said what comes out
    /// where they are not. Its count is ZLEXCOUNT's.
    /// </summary>
    public PositionRange RangeByName(NameBound lowest, NameBound highest)
    {
        int first = PositionOf(lowest, lowest.IsExclusive);
        int end = PositionOf(highest, !highest.IsExclusive);
        return new PositionRange(first, Math.Max(0, end - first));
    }

    /// <summary>Goes over a range. O(log n + entries).</summary>
    /// <param name="range">The range; what of it there is not is left out.</param>
    /// <param name="isFromEnd">Whether from its highest score down.</param>
    public NamedWalk Walk(PositionRange range, bool isFromEnd = false)
    {
        range = Within(range);
        int position = isFromEnd ? range.First + range.Count - 1 : range.First;
        TreePlace place = range.Count == 0 ? TreePlace.End : _tree.Select(position, out _);
        return new NamedWalk(this, place, range.Count, isFromEnd);
    }

    /// <summary>
    /// The next entry of a scan. Who is in from a scan's begin to its end is seen exactly once, however the set changes
    /// meanwhile; who comes or goes may be seen or not. O(1) amortised over a scan.
    /// </summary>
    /// <param name="cursor">0 to begin; goes on with each entry.</param>
    /// <param name="entry">The entry.</param>
    /// <returns>Whether there was one; if not the scan is at its end, and the cursor 0.</returns>
    public bool TryScan(ref ulong cursor, out NamedEntry entry)
    {
        for (ulong number = cursor; number < (ulong)_names.NumberLimit; number++)
        {
            if (!_names.IsGiven((int)number)) continue;
            cursor = number + 1;
            entry = EntryAt(_tree.PlaceOf((int)number));
            return true;
        }

        cursor = 0;
        entry = default;
        return false;
    }

    internal NamedEntry EntryAt(TreePlace place) =>
        new(_names.NameOf(_tree.ItemAt(place)), ScoreOf(_tree.KeyAt(place).Score));

    internal TreePlace Step(TreePlace place, bool isDown) => isDown ? _tree.Previous(place) : _tree.Next(place);

    private PositionRange Within(PositionRange range)
    {
        int first = Math.Clamp(range.First, 0, Count);
        return new PositionRange(first, Math.Clamp(range.Count, 0, Count - first));
    }

    private int PositionOf(NamedScoreProbe probe) => _tree.WeightBefore(_tree.LowerBound(probe));

    private int PositionOf(NameBound bound, bool isBehind)
    {
        if (bound.IsHighest) return Count;
        return _tree.WeightBefore(_tree.LowerBound(new NamedNameProbe(_names, bound.Name, isBehind)));
    }
}
