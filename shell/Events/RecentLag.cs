using System.Diagnostics;

namespace Catalog.Shell.Events;

/// <summary>
/// How old the last facts were when a consumer was done with them: a ring of the last 4,096, oldest overwritten. One
/// writer at a time; readers may come beside it and then see each age whole, old or new. 16 KiB, allocated once.
/// </summary>
internal sealed class RecentLag
{
    /// <summary>Facts looked back on.</summary>
    internal const int Window = 4096;

    private readonly int[] _ages = new int[Window];
    private long _count;

    /// <summary>Records an age in milliseconds; a negative one (a clock that was set back) counts as 0. O(1).</summary>
    internal void Record(long ageMs)
    {
        Debug.Assert(_count >= 0, "a count only grows");
        Volatile.Write(ref _ages[_count & (Window - 1)], (int)Math.Clamp(ageMs, 0, int.MaxValue));
        Volatile.Write(ref _count, _count + 1);
    }

    /// <summary>
    /// The age that <paramref name="percent"/> of the facts did not exceed, in milliseconds, for each of two; 0 when
    /// there are none. O(window).
    /// </summary>
    internal (int Low, int High) Percentiles(int percent, int highPercent)
    {
        int count = (int)Math.Min(Volatile.Read(ref _count), Window);
        if (count == 0) return (0, 0);
        int[] sorted = _ages[..count];
        Array.Sort(sorted);
        return (At(percent), At(highPercent));

        int At(int share) => sorted[Math.Clamp(((count * share) + 99) / 100, 1, count) - 1];
    }
}
