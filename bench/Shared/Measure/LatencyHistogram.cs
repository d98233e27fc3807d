using System.Diagnostics;
using System.Globalization;
using System.Numerics;

namespace Catalog.Bench.Shared.Measure;

/// <summary>
/// Counts durations in buckets whose width grows with the value, so that every figure is known to within 1/128.
/// <code>
/// values 0 … 127        one bucket each
/// values 2^k … 2^(k+1)  128 buckets each, for k = 7 … 62
/// </code>
/// Invariants: (1) the counts add up to <see cref="Count"/>; (2) the largest value lies in the last used bucket, the
/// smallest in the first. After G. Tene's HdrHistogram. Allocates nothing after construction. Not thread-safe: one a
/// thread, then <see cref="Add"/>.
/// </summary>
public sealed class LatencyHistogram
{
    private const int SubBits = 7;
    private const int SubCount = 1 << SubBits;
    private const int BucketCount = (64 - SubBits) * SubCount;

    private readonly long[] _counts = new long[BucketCount];
    private long _min = long.MaxValue;
    private double _sum;

    /// <summary>Number of durations.</summary>
    public long Count { get; private set; }

    /// <summary>The longest, in nanoseconds; 0 when there is none.</summary>
    public long MaxNs { get; private set; }

    /// <summary>The shortest, in nanoseconds; 0 when there is none.</summary>
    public long MinNs => Count == 0 ? 0 : _min;

    /// <summary>The mean, in nanoseconds; 0 when there is none.</summary>
    public double MeanNs => Count == 0 ? 0 : _sum / Count;

    /// <summary>Counts a duration.</summary>
    public void Record(TimeSpan duration) => RecordNs((long)(duration.TotalMicroseconds * 1000));

    /// <summary>Counts a duration given in <see cref="Stopwatch"/> ticks.</summary>
    public void RecordTicks(long ticks) => RecordNs((long)(ticks * (1e9 / Stopwatch.Frequency)));

    /// <summary>Counts a duration in nanoseconds; a negative one counts as 0. O(1).</summary>
    public void RecordNs(long ns)
    {
        ns = Math.Max(0, ns);
        _counts[BucketOf(ns)]++;
        Count++;
        _sum += ns;
        if (ns > MaxNs) MaxNs = ns;
        if (ns < _min) _min = ns;
    }

    /// <summary>Adds what another histogram counted.</summary>
    public void Add(LatencyHistogram other)
    {
        ArgumentNullException.ThrowIfNull(other);
        for (int i = 0; i < BucketCount; i++) _counts[i] += other._counts[i];
        Count += other.Count;
        _sum += other._sum;
        MaxNs = Math.Max(MaxNs, other.MaxNs);
        _min = Math.Min(_min, other._min);
    }

    /// <summary>
    /// The duration that <paramref name="percent"/> of all do not exceed, in nanoseconds, at most 1/128 too high.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Not between 0 and 100.</exception>
    public long PercentileNs(double percent)
    {
        if (percent is not (>= 0 and <= 100)) throw new ArgumentOutOfRangeException(nameof(percent));
        if (Count == 0) return 0;
        long wanted = Math.Max(1, (long)Math.Ceiling(percent / 100 * Count));
        long seen = 0;
        for (int i = 0; i < BucketCount; i++)
        {
            seen += _counts[i];
            if (seen >= wanted) return Math.Min(MaxNs, UpperBound(i));
        }

        return MaxNs;
    }

    /// <summary>Number of durations up to <paramref name="ns"/>, give or take 1/128 of it. O(buckets).</summary>
    public long CountUpToNs(long ns)
    {
        long count = 0;
        for (int i = 0; i < BucketCount && UpperBound(i) <= ns; i++) count += _counts[i];
        return count;
    }

    /// <summary><see cref="PercentileNs"/> in milliseconds.</summary>
    public double PercentileMs(double percent) => PercentileNs(percent) / 1e6;

    /// <summary>One line: count, p50, p90, p99, p99.9, max.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Count:N0} · p50 {PercentileMs(50):0.000} · p90 {PercentileMs(90):0.000} · p99 {PercentileMs(99):0.000} · " +
        $"p99.9 {PercentileMs(99.9):0.000} · max {MaxNs / 1e6:0.000} ms");

    private static int BucketOf(long value)
    {
        if (value < SubCount) return (int)value;
        int shift = BitOperations.Log2((ulong)value) - SubBits;
        return ((shift + 1) << SubBits) + (int)(value >> shift) - SubCount;
    }

    private static long UpperBound(int bucket)
    {
        if (bucket < SubCount) return bucket;
        int shift = (bucket >> SubBits) - 1;
        long from = (long)((bucket & (SubCount - 1)) + SubCount) << shift;
        return from + (1L << shift) - 1;
    }

    /// <summary>Checks the invariants of the type's documentation. O(buckets).</summary>
    /// <exception cref="InvalidOperationException">One is broken.</exception>
    public void CheckInvariants()
    {
        long sum = 0;
        foreach (long count in _counts) sum += count;
        Require(sum == Count, "1. the counts add up");
        if (Count == 0) return;
        Require(BucketOf(MaxNs) == Array.FindLastIndex(_counts, c => c > 0), "2. the largest is in the last bucket");
        Require(BucketOf(_min) == Array.FindIndex(_counts, c => c > 0), "2. the smallest is in the first bucket");
    }

    private static void Require(bool holds, string invariant)
    {
        if (!holds) throw new InvalidOperationException($"Broken invariant {invariant}.");
    }
}
