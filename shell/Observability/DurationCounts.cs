namespace Catalog.Shell.Observability;

/// <summary>What a <see cref="DurationHistogram"/> had counted at some moment. Immutable.</summary>
public sealed class DurationCounts
{
    private readonly long[] _counts;

    internal DurationCounts(long[] counts, long sumMicros)
    {
        _counts = counts;
        SumMicros = sumMicros;
        foreach (long count in counts) Count += count;
    }

    /// <summary>Nothing.</summary>
    public static DurationCounts None { get; } = new(new long[DurationHistogram.BucketCount], 0);

    /// <summary>How many durations.</summary>
    public long Count { get; }

    /// <summary>All of them together, in microseconds.</summary>
    public long SumMicros { get; }

    /// <summary>What was counted since an earlier moment. O(buckets).</summary>
    public DurationCounts Since(DurationCounts earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        return Combine(earlier, -1);
    }

    /// <summary>Both together. O(buckets).</summary>
    public DurationCounts Plus(DurationCounts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Combine(other, 1);
    }

    /// <summary>
    /// The duration that a share of them did not exceed, in milliseconds, at most an eighth too much; 0 when there are
    /// none. O(buckets).
    /// </summary>
    public double QuantileMs(double share)
    {
        long rank = Math.Max(1, (long)Math.Ceiling(share * Count));
        if (Count == 0) return 0;
        long seen = 0;
        for (int i = 0; i < _counts.Length; i++)
        {
            seen += _counts[i];
            if (seen >= rank) return DurationHistogram.EndOf(i) / 1000.0;
        }

        return DurationHistogram.EndOf(_counts.Length - 1) / 1000.0;
    }

    /// <summary>
    /// How many are counted in buckets that end at or below a bound in microseconds: exact where a bucket ends there.
    /// O(buckets).
    /// </summary>
    public long CountUpTo(long micros)
    {
        long count = 0;
        for (int i = 0; i < _counts.Length && DurationHistogram.EndOf(i) <= micros; i++) count += _counts[i];
        return count;
    }

    private DurationCounts Combine(DurationCounts other, int sign)
    {
        long[] counts = new long[_counts.Length];
        for (int i = 0; i < counts.Length; i++) counts[i] = _counts[i] + (sign * other._counts[i]);
        return new DurationCounts(counts, SumMicros + (sign * other.SumMicros));
    }
}
