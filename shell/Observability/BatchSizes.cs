using System.Numerics;

namespace Catalog.Shell.Observability;

/// <summary>
/// Counts batches by their size in powers of two: bucket i holds sizes up to 2^i. Thread-safe; allocates nothing after
/// it was made.
/// </summary>
internal sealed class BatchSizes
{
    /// <summary>Up to 65,536 commands, the most a batch may have.</summary>
    internal const int BucketCount = 17;

    private readonly long[] _counts = new long[BucketCount];
    private long _sum;

    /// <summary>All sizes together.</summary>
    internal long Sum => Volatile.Read(ref _sum);

    /// <summary>Adds a batch. O(1).</summary>
    internal void Record(int size)
    {
        int index = size <= 1 ? 0 : BitOperations.Log2((uint)(size - 1)) + 1;
        Interlocked.Increment(ref _counts[Math.Min(index, BucketCount - 1)]);
        Interlocked.Add(ref _sum, size);
    }

    /// <summary>How many batches are in each bucket.</summary>
    internal long[] Read() => [.. _counts.Select((_, i) => Volatile.Read(ref _counts[i]))];
}
