using System.Diagnostics;

namespace Catalog.Shell.Cluster.Postgres.Journal;

/// <summary>
/// How long the last commits took. One thread adds; any reads, which may miss the newest. O(1) a commit.
/// </summary>
internal sealed class CommitTimes
{
    private const int Kept = 512;

    private readonly long[] _ticks = new long[Kept];
    private long _count;

    /// <summary>Commits so far.</summary>
    internal long Count => Volatile.Read(ref _count);

    /// <summary>Notes one.</summary>
    internal void Add(long ticks)
    {
        Volatile.Write(ref _ticks[_count % Kept], ticks);
        Volatile.Write(ref _count, _count + 1);
    }

    /// <summary>The median and the 99th of a hundred of the last ones, in milliseconds; zeros when there is none.
    /// </summary>
    internal (double MedianMs, double P99Ms) Read()
    {
        long[] sorted = _ticks[..(int)Math.Min(Kept, Count)];
        if (sorted.Length == 0) return (0, 0);
        Array.Sort(sorted);
        return (ToMs(sorted[sorted.Length / 2]), ToMs(sorted[sorted.Length * 99 / 100]));
    }

    private static double ToMs(long ticks) => ticks * 1000.0 / Stopwatch.Frequency;
}
