using System.Diagnostics;
using System.Runtime.CompilerServices;
using Catalog.Engine.Core.Memory;

namespace Catalog.Engine.Collections;

/// <summary>
/// From an item's number to the leaf that holds it: sparse while few of many items are in, then dense.
/// <code>
/// sparse  slots of 8 bytes: item + 1 high, leaf low; 0 empty; linear probing, 2/3 to 5/6 full
/// dense   pages of 4,096 leaves, by item; nil where there is none
/// </code>
/// It turns dense when that takes no more memory, and sparse again only when it is cleared.
/// </summary>
/// <remarks>O(1); allocates when it grows. Not thread-safe.</remarks>
internal sealed class ItemMap
{
    /// <summary>No leaf.</summary>
    public const int Nil = -1;

    private const int PageShift = 12;
    private const int PageMask = (1 << PageShift) - 1;
    private const int FirstSlots = 4;

    // Fewer slots double, more grow by a quarter: half empty they would be most of what a ranking of many takes.
    private const int DoublingSlots = 1024;

    // 2^32 / golden ratio: Knuth's multiplicative hashing.
    private const uint Golden = 0x9E3779B1;

    private ulong[]? _slots = [];
    private int[]?[] _pages = [];
    private int _pageCount;
    private int _count;
    private int _maxItem = -1;

    /// <summary>Number of items that are in, counted. O(items).</summary>
    public int Count
    {
        get
        {
            if (_slots is not null) return _count;
            int count = 0;
            foreach (int[]? page in _pages)
                if (page is not null) count += page.Length - page.AsSpan().Count(Nil);
            return count;
        }
    }

    /// <summary>Bytes taken.</summary>
    public long AllocatedBytes =>
        (_slots is null ? 0 : _slots.Length * sizeof(ulong)) + (_pages.Length * (long)IntPtr.Size) +
        (_pageCount * (sizeof(int) * (PageMask + 1L)));

    /// <summary>The leaf of an item, or nil. O(1).</summary>
    public int this[int item]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (_slots is not null) return Sparse(item);
            int page = item >> PageShift;
            int[]?[] pages = _pages;
            return (uint)page < (uint)pages.Length && pages[page] is { } leaves ? leaves[item & PageMask] : Nil;
        }
    }

    /// <summary>Has what <see cref="this"/> will read fetched. O(1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(int item)
    {
        if (_slots is { } slots)
        {
            if (slots.Length > 0) CacheLine.Prefetch(ref slots[Home(item, slots)]);
            return;
        }

        int page = item >> PageShift;
        int[]?[] pages = _pages;
        if ((uint)page < (uint)pages.Length && pages[page] is { } leaves)
            CacheLine.Prefetch(ref leaves[item & PageMask]);
    }

    /// <summary>Says in which leaf an item is. O(1) amortised.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Set(int item, int leaf)
    {
        int page = item >> PageShift;
        int[]?[] pages = _pages;
        if (_slots is null && (uint)page < (uint)pages.Length && pages[page] is { } leaves)
            leaves[item & PageMask] = leaf;
        else SetSlow(item, leaf);
    }

    /// <summary>Forgets an item that is in. O(1).</summary>
    public void Remove(int item)
    {
        if (_slots is null) _pages[item >> PageShift]![item & PageMask] = Nil;
        else RemoveSparse(item);
    }

    /// <summary>
    /// Gives back what it has more than it needs: when no more items are to come for a while. O(items).
    /// </summary>
    public void Trim()
    {
        int needed = (int)(_count * 6L / 5) + 1;
        if (_slots is not null && _count > 0 && needed + (needed >> 4) < _slots.Length) Resize(needed);
    }

    /// <summary>Forgets everything. O(1).</summary>
    public void Clear()
    {
        _slots = [];
        _pages = [];
        _pageCount = _count = 0;
        _maxItem = -1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Home(int item, ulong[] slots) =>
        (int)(((ulong)((uint)item * Golden) * (uint)slots.Length) >> 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Behind(int at, ulong[] slots) => at + 1 == slots.Length ? 0 : at + 1;

    private int Sparse(int item)
    {
        ulong[] slots = _slots!;
        if (slots.Length == 0) return Nil;
        for (int at = Home(item, slots); ; at = Behind(at, slots))
        {
            ulong slot = slots[at];
            if (slot >> 32 == (uint)item + 1UL) return (int)(uint)slot;
            if (slot == 0) return Nil;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void SetSlow(int item, int leaf)
    {
        _maxItem = Math.Max(_maxItem, item);
        if (_slots is not null && 6L * (_count + 1) > 5L * _slots.Length) Grow();
        if (_slots is null) SetDense(item, leaf);
        else SetSparse(item, leaf);
    }

    private void SetSparse(int item, int leaf)
    {
        ulong[] slots = _slots!;
        int at = Home(item, slots);
        while (slots[at] != 0 && slots[at] >> 32 != (uint)item + 1UL) at = Behind(at, slots);
        if (slots[at] == 0) _count++;
        slots[at] = ((uint)item + 1UL) << 32 | (uint)leaf;
    }

    private void SetDense(int item, int leaf)
    {
        int page = item >> PageShift;
        if (page >= _pages.Length) Array.Resize(ref _pages, Math.Max(page + 1, _pages.Length + (_pages.Length >> 1)));
        if (_pages[page] is not { } leaves)
        {
            _pages[page] = leaves = LargePages.Allocate<int>(PageMask + 1);
            leaves.AsSpan().Fill(Nil);
            _pageCount++;
        }

        leaves[item & PageMask] = leaf;
    }

    private void Grow()
    {
        int length = _slots!.Length;
        Resize(Math.Max(FirstSlots, length + (length < DoublingSlots ? length : length >> 2)));
    }

    private void Resize(int length)
    {
        ulong[] old = _slots!;
        bool isDense = sizeof(ulong) * (long)length >= sizeof(int) * ((_maxItem | PageMask) + 1L);
        _slots = isDense ? null : new ulong[length];
        _count = 0;
        foreach (ulong slot in old)
        {
            if (slot == 0) continue;
            int item = (int)(uint)(slot >> 32) - 1;
            if (isDense) SetDense(item, (int)(uint)slot);
            else SetSparse(item, (int)(uint)slot);
        }
    }

    // Knuth's algorithm R: what probed past the gap moves into it.
    private void RemoveSparse(int item)
    {
        ulong[] slots = _slots!;
        int gap = Home(item, slots);
        while (slots[gap] >> 32 != (uint)item + 1UL) gap = Behind(gap, slots);
        for (int at = Behind(gap, slots); slots[at] != 0; at = Behind(at, slots))
        {
            int home = Home((int)(uint)(slots[at] >> 32) - 1, slots);
            if (Distance(home, at, slots) < Distance(gap, at, slots)) continue;
            slots[gap] = slots[at];
            gap = at;
        }

        slots[gap] = 0;
        _count--;
        Debug.Assert(_count >= 0, "The item was in.");
    }

    private static int Distance(int from, int to, ulong[] slots) => to >= from ? to - from : to - from + slots.Length;
}
