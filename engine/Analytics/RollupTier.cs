namespace Catalog.Engine.Analytics;

/// <summary>
/// The buckets of one length, in order of time.
/// <para>
/// Invariants: (1) blocks begin at the beginnings of buckets, in growing order; (2) none begins before the horizon.
/// </para>
/// </summary>
internal sealed class RollupTier(RollupLevel level, Func<RollupBlock> create)
{
    // A day of minutes: as many as can go at once, because what takes them takes a whole one of its own.
    private const int MaxSpares = 1_440;
    private readonly List<RollupBlock> _blocks = [];
    private readonly Stack<RollupBlock> _spares = new();

    /// <summary>The buckets' length and how many stay.</summary>
    public RollupLevel Level => level;

    /// <summary>The buckets, the oldest first.</summary>
    public List<RollupBlock> Blocks => _blocks;

    /// <summary>What happened before this belongs to a coarser level. Grows.</summary>
    public long HorizonMs { get; set; }

    /// <summary>The bucket a time lies in; made when there is none. O(1) for the newest, else O(log buckets).</summary>
    public RollupBlock BlockOf(long timeMs)
    {
        if (_blocks.Count > 0 && _blocks[^1] is var last && timeMs >= last.StartMs && timeMs < last.EndMs) return last;
        int index = IndexOf(timeMs);
        return index >= 0 ? _blocks[index] : Insert(~index, timeMs);
    }

    /// <summary>The oldest bucket, when it lies before the horizon.</summary>
    public RollupBlock? OldestBeforeHorizon() =>
        _blocks.Count > 0 && _blocks[0].StartMs < HorizonMs ? _blocks[0] : null;

    /// <summary>Lets the oldest bucket go.</summary>
    public void RemoveOldest()
    {
        RollupBlock block = _blocks[0];
        _blocks.RemoveAt(0);
        if (_spares.Count < MaxSpares) _spares.Push(block);
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        _blocks.Clear();
        HorizonMs = 0;
    }

    /// <summary>Throws when an invariant of the type's documentation does not hold. O(rows).</summary>
    public void CheckInvariants()
    {
        long before = -1;
        foreach (RollupBlock block in _blocks)
        {
            bool isBucket = TimeBuckets.Floor(level.Grain, block.StartMs) == block.StartMs;
            if (!isBucket || block.StartMs <= before) throw new InvalidOperationException($"(1) {block.StartMs}.");
            if (block.StartMs < HorizonMs) throw new InvalidOperationException($"(2) {block.StartMs} is too old.");
            block.CheckInvariants();
            before = block.StartMs;
        }
    }

    private int IndexOf(long timeMs)
    {
        int low = 0;
        int high = _blocks.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            RollupBlock block = _blocks[middle];
            if (timeMs < block.StartMs) high = middle - 1;
            else if (timeMs >= block.EndMs) low = middle + 1;
            else return middle;
        }

        return ~low;
    }

    private RollupBlock Insert(int index, long timeMs)
    {
        if (!_spares.TryPop(out RollupBlock? block)) block = create();
        block.Restart(TimeBuckets.Floor(level.Grain, timeMs), TimeBuckets.Next(level.Grain, timeMs));
        _blocks.Insert(index, block);
        return block;
    }
}
