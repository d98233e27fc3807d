namespace Catalog.Engine.Analytics;

/// <summary>
/// Sums over time and a few dimensions, exact to the event, in memory, kept small by coarser buckets as they age.
/// <code>
///            older ◄──────────────────── time ────────────────────► newer
/// level 2    [ month | month ]                                              the rest, or so many
/// level 1                     [ day | day | day | day ]                     kept: so many, whole months go left
/// level 0                                              [ h | h | h | h ]    kept: so many, whole days go left
/// a bucket   rows: numbers of the dimensions' values, values of the measures; a column each
/// </code>
/// An event counts in exactly one bucket: the finest that is still kept for its time. A query for coarser buckets adds
/// finer ones up; one for finer buckets than there still are is answered in those there are, and says so.
/// <para>
/// Invariants: (1) those of its levels and values; (2) rows are counted; (3) a value's number is in use exactly when
/// rows have it; (4) a level's horizon is not before the next coarser one's, and is the beginning of one of its
/// buckets.
/// </para>
/// </summary>
/// <remarks>
/// Adding is O(dimensions + measures) expected and allocates nothing in steady state: when a bucket begins, that which
/// folds away gives it its arrays. Memory: 4 bytes a dimension, 8 a measure and 8 to 16 for looking it up, times rows,
/// at most <see cref="RollupSpec.MaxRows"/> and one for each bucket; sketches come on top. One writer; readers may
/// share it while nobody writes.
/// </remarks>
public sealed partial class Rollup
{
    private readonly DimensionValues[] _values;
    private readonly RollupTier[] _tiers;
    private readonly int _measures;
    private readonly int[] _codes;
    private long _nextBucketMs = long.MinValue;
    private int _rows;

    /// <summary>Makes an empty rollup.</summary>
    /// <param name="spec">What it is.</param>
    /// <exception cref="ArgumentException">The specification makes no sense.</exception>
    public Rollup(RollupSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        spec.Validate();
        Spec = spec;
        _measures = spec.StoredMeasures;
        _codes = new int[spec.Dimensions.Count];
        _values = [.. spec.Dimensions.Select(static dimension => new DimensionValues(dimension.MaxValues))];
        MeasureSpec[] stored = [.. spec.Measures.Take(_measures)];
        _tiers = [.. spec.Levels.Select(level => new RollupTier(level, () => new RollupBlock(_codes.Length, stored)))];
    }

    /// <summary>What it is.</summary>
    public RollupSpec Spec { get; }

    /// <summary>Rows in all buckets together.</summary>
    public int RowCount => _rows;

    /// <summary>Events that count.</summary>
    public long EventCount { get; private set; }

    /// <summary>Of these, those that count under <see cref="DimensionSpec.Other"/> for want of room.</summary>
    public long OtherCount { get; private set; }

    /// <summary>Events that were too old to count.</summary>
    public long TooOldCount { get; private set; }

    /// <summary>The time of the newest event, milliseconds since 1970; −1 before the first.</summary>
    public long NewestMs { get; private set; } = -1;

    /// <summary>Counts an event. O(dimensions + measures) expected; allocates nothing in steady state.</summary>
    /// <param name="timeMs">When it happened, milliseconds since 1970.</param>
    /// <param name="keys">Its value of each dimension; <see cref="DimensionSpec.Other"/> where it has none.</param>
    /// <param name="values">
    /// Its value of each measure that is not derived; <see cref="MeasureSpec.None"/> where it has none.
    /// </param>
    /// <returns>What became of it.</returns>
    /// <exception cref="ArgumentException">Not a value each.</exception>
    public RollupAdd Add(long timeMs, ReadOnlySpan<ulong> keys, ReadOnlySpan<long> values)
    {
        if (keys.Length != _codes.Length || values.Length != _measures) ThrowNotAValueEach();
        if (timeMs >= _nextBucketMs) Advance(timeMs);
        NewestMs = Math.Max(NewestMs, timeMs);
        RollupTier? tier = TierOf(timeMs);
        if (tier is null)
        {
            TooOldCount++;
            return RollupAdd.TooOld;
        }

        EventCount++;
        RollupBlock block = tier.BlockOf(timeMs);
        int row = TryEncode(keys) ? block.Find(_codes) : -1;
        bool isOther = row < 0 && !TryAddRowSlow(block, keys, out row);
        block.Add(row, values);
        if (!isOther) return RollupAdd.Counted;
        OtherCount++;
        return RollupAdd.CountedAsOther;
    }

    /// <summary>
    /// Answers a query. O(rows in the time asked for + rows of the answer log limit); allocates the answer and what
    /// grouping takes.
    /// </summary>
    /// <exception cref="ArgumentException"><see cref="RollupQuery.Check"/> says what is wrong with it.</exception>
    public RollupTable Query(RollupQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new RollupScan(this, query).Run();
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        foreach (RollupTier tier in _tiers) tier.Clear();
        foreach (DimensionValues values in _values) values.Clear();
        _nextBucketMs = long.MinValue;
        _rows = 0;
        EventCount = 0;
        OtherCount = 0;
        TooOldCount = 0;
        NewestMs = -1;
    }

    /// <summary>Throws when an invariant of the type's documentation does not hold. O(rows).</summary>
    /// <exception cref="InvalidOperationException">One is broken; the message names it.</exception>
    public void CheckInvariants()
    {
        int rows = 0;
        for (int i = 0; i < _tiers.Length; i++)
        {
            RollupTier tier = _tiers[i];
            tier.CheckInvariants();
            foreach (RollupBlock block in tier.Blocks) rows += block.Count;
            if (i == _tiers.Length - 1) continue;
            bool isNested = tier.HorizonMs >= _tiers[i + 1].HorizonMs;
            if (!isNested || TimeBuckets.Floor(_tiers[i + 1].Level.Grain, tier.HorizonMs) != tier.HorizonMs)
                throw new InvalidOperationException($"(4) Level {i} begins at {tier.HorizonMs}.");
        }

        if (rows != _rows) throw new InvalidOperationException($"(2) {rows} rows, not {_rows}.");
        foreach (DimensionValues values in _values) values.CheckInvariants();
        CheckUses();
    }

    /// <summary>The levels, the finest first.</summary>
    internal ReadOnlySpan<RollupTier> Tiers => _tiers;

    /// <summary>The values of a dimension.</summary>
    internal DimensionValues ValuesOf(int dimension) => _values[dimension];

    private static void ThrowNotAValueEach() =>
        throw new ArgumentException("A value for each dimension and for each measure that is not derived.");

    private RollupTier? TierOf(long timeMs)
    {
        foreach (RollupTier tier in _tiers)
            if (timeMs >= tier.HorizonMs) return tier;
        return null;
    }

    private bool TryEncode(ReadOnlySpan<ulong> keys)
    {
        for (int d = 0; d < keys.Length; d++)
        {
            int code = _values[d].Find(keys[d]);
            if (code < 0) return false;
            _codes[d] = code;
        }

        return true;
    }

    /// <summary>The values are not in this bucket yet.</summary>
    /// <returns>Whether there was room to tell them apart.</returns>
    private bool TryAddRowSlow(RollupBlock block, ReadOnlySpan<ulong> keys, out int row)
    {
        bool isTold = _rows < Spec.MaxRows;
        for (int d = 0; d < keys.Length; d++)
        {
            _codes[d] = isTold ? _values[d].FindOrAdd(keys[d]) : DimensionValues.OtherCode;
            if (_codes[d] == DimensionValues.OtherCode && keys[d] != DimensionSpec.Other) isTold = false;
        }

        // A row for the others is for all of them alike: one a bucket.
        if (!isTold) GiveBackCodes();
        row = block.Find(_codes);
        if (row < 0) row = AddRow(block);
        return isTold;
    }

    /// <summary>Values that were given a number before another one found no room.</summary>
    private void GiveBackCodes()
    {
        for (int d = 0; d < _codes.Length; d++)
        {
            int code = _codes[d];
            _codes[d] = DimensionValues.OtherCode;
            if (code == DimensionValues.OtherCode || _values[d].IsUsed(code)) continue;
            _values[d].Use(code);
            _values[d].Release(code);
        }
    }

    private int AddRow(RollupBlock block)
    {
        _rows++;
        for (int d = 0; d < _codes.Length; d++) _values[d].Use(_codes[d]);
        return block.AddRow(_codes);
    }

    /// <summary>A bucket begins: what is older than is kept goes into coarser ones.</summary>
    private void Advance(long timeMs)
    {
        TimeGrain finest = _tiers[0].Level.Grain;
        _nextBucketMs = TimeBuckets.Next(finest, timeMs);
        long horizonMs = long.MaxValue;
        for (int i = 0; i < _tiers.Length; i++)
        {
            (TimeGrain grain, int keep) = _tiers[i].Level;
            bool isLast = i == _tiers.Length - 1;
            long oldestMs = keep == 0 ? 0 : TimeBuckets.Shift(grain, timeMs, 1 - keep);
            horizonMs = Math.Min(horizonMs, oldestMs);
            if (!isLast) horizonMs = TimeBuckets.Floor(_tiers[i + 1].Level.Grain, horizonMs);
            _tiers[i].HorizonMs = Math.Max(_tiers[i].HorizonMs, horizonMs);
            while (_tiers[i].OldestBeforeHorizon() is { } oldest) Fold(i, oldest);
        }
    }

    /// <summary>The oldest bucket of a level becomes part of the next coarser one, or is dropped.</summary>
    private void Fold(int level, RollupBlock block)
    {
        RollupBlock? into = level + 1 < _tiers.Length ? _tiers[level + 1].BlockOf(block.StartMs) : null;
        for (int row = 0; row < block.Count; row++)
        {
            block.CopyCodes(row, _codes);
            if (into is not null)
            {
                int target = into.Find(_codes);
                if (target < 0) target = AddRow(into);
                into.Merge(target, block, row);
            }

            _rows--;
            for (int d = 0; d < _codes.Length; d++) _values[d].Release(_codes[d]);
        }

        _tiers[level].RemoveOldest();
    }

    private void CheckUses()
    {
        for (int d = 0; d < _values.Length; d++)
        {
            var used = new HashSet<int>();
            foreach (RollupTier tier in _tiers)
                foreach (RollupBlock block in tier.Blocks)
                    foreach (int code in block.Codes(d)) used.Add(code);
            for (int code = 0; code < _values[d].End; code++)
                if (used.Contains(code) != _values[d].IsUsed(code))
                    throw new InvalidOperationException($"(3) Number {code} of dimension {d}.");
        }
    }
}
