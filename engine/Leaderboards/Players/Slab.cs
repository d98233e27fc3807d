using Catalog.Engine.Core.Memory;

namespace Catalog.Engine.Leaderboards.Players;

/// <summary>Records by number, in pages: growing copies nothing.</summary>
/// <remarks>Reading is two dependent reads. Not thread-safe.</remarks>
internal sealed class Slab<T>
    where T : unmanaged
{
    private const int PageBits = 12;
    private const int PageSize = 1 << PageBits;
    private T[][] _pages = [];

    /// <summary>A record. O(1).</summary>
    public ref T this[int slot] => ref _pages[slot >> PageBits][slot & (PageSize - 1)];

    /// <summary>Has a record fetched into the cache, if there is room for one of the number. O(1).</summary>
    public void Prefetch(int slot)
    {
        if ((uint)(slot >> PageBits) < (uint)_pages.Length) CacheLine.PrefetchWhole(ref this[slot]);
    }

    /// <summary>Empties the first so many records. O(records).</summary>
    public void Clear(int count)
    {
        for (int page = 0; count > 0; page++, count -= PageSize)
            Array.Clear(_pages[page], 0, Math.Min(count, PageSize));
    }

    /// <summary>Makes room for a record of a number. O(1), but for a page every 4,096.</summary>
    public void Reach(int slot)
    {
        while (_pages.Length <= slot >> PageBits)
        {
            Array.Resize(ref _pages, _pages.Length + 1);
            _pages[^1] = LargePages.Allocate<T>(PageSize);
        }
    }
}
