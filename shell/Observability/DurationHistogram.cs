using System.Numerics;

namespace Catalog.Shell.Observability;

/// <summary>
/// Counts durations in buckets that grow with them: eight to every doubling, from a microsecond to over an hour.
/// <code>
/// bucket   0 … 7      8 … 15       16 … 23        …
/// µs       0 … 7      8 … 15       16, 18 … 30    …       value = (8 + index mod 8) · 2^(index / 8 − 1)
/// </code>
/// A quantile is at most an eighth above the truth. Invariant: the counts only grow.
/// </summary>
/// <remarks>
/// Recording is two atomic additions and allocates nothing; thread-safe. 2 KiB, allocated once. Source: the layout of
/// HdrHistogram (G. Tene), with three significant bits.
/// </remarks>
public sealed class DurationHistogram
{
    /// <summary>Number of buckets.</summary>
    public const int BucketCount = 256;

    private const int SubBits = 3;
    private const int SubCount = 1 << SubBits;
    private readonly long[] _counts = new long[BucketCount];
    private long _sumMicros;

    /// <summary>Adds a duration. O(1).</summary>
    public void Record(TimeSpan duration)
    {
        long micros = Math.Max(0, duration.Ticks / TimeSpan.TicksPerMicrosecond);
        Interlocked.Increment(ref _counts[IndexOf(micros)]);
        Interlocked.Add(ref _sumMicros, micros);
    }

    /// <summary>Copies what was counted so far. O(buckets).</summary>
    public DurationCounts Read()
    {
        long[] counts = new long[BucketCount];
        for (int i = 0; i < counts.Length; i++) counts[i] = Volatile.Read(ref _counts[i]);
        return new DurationCounts(counts, Volatile.Read(ref _sumMicros));
    }

    /// <summary>The bucket of a duration.</summary>
    internal static int IndexOf(long micros)
    {
        if (micros < SubCount) return (int)micros;
        int exponent = BitOperations.Log2((ulong)micros) - SubBits;
        int index = ((exponent + 1) << SubBits) + (int)((micros >> exponent) - SubCount);
        return Math.Min(index, BucketCount - 1);
    }

    /// <summary>The first duration that is too long for a bucket, in microseconds.</summary>
    internal static long EndOf(int index)
    {
        if (index < SubCount) return index + 1;
        int exponent = (index >> SubBits) - 1;
        return (long)(SubCount + (index & (SubCount - 1)) + 1) << exponent;
    }
}
