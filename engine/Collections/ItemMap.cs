using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using Catalog.Engine.Core.Memory;

namespace Catalog.Engine.Collections;

/// <summary>
/// From an item's number to the leaf that holds it: sparse while few of many items are in, then dense.
/// <code>
/// sparse  slots of 8 bytes: item + 1 high, leaf low; 0 empty; linear probing, at most 3/4 full
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

    // 2^64 / golden ratio: Knuth's multiplicative hashing.
    private const ulong Golden = 0x9E3779B97F4A7C15;

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
            if (slots.Length > 0) CacheLine.Prefetch(ref slots[Home(item)]);
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

    /// <summary>Forgets everything. O(1).</summary>
    public void Clear()
    {
        _slots = [];
        _pages = [];
        _pageCount = _count = 0;
        _maxItem = -1;
    }

    private int Home(int item) =>
        (int)(((ulong)(uint)item * Golden) >> (64 - BitOperations.Log2((uint)_slots!.Length)));

    private int Sparse(int item)
    {
        ulong[] slots = _slots!;
        if (slots.Length == 0) return Nil;
        for (int at = Home(item); ; at = (at + 1) & (slots.Length - 1))
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
        if (_slots is not null && 4 * (_count + 1) > 3 * _slots.Length) Grow();
        if (_slots is null) SetDense(item, leaf);
        else SetSparse(item, leaf);
    }

    private void SetSparse(int item, int leaf)
    {
        ulong[] slots = _slots!;
        int at = Home(item);
        while (slots[at] != 0 && slots[at] >> 32 != (uint)item + 1UL) at = (at + 1) & (slots.Length - 1);
        if (slots[at] == 0) _count++;
        slots[at] = ((uint)item + 1UL) << 32 | (uint)leaf;
    }

    private void SetDense(int item, int leaf)
    {
        int page = item >> PageShift;
        if (page >= _pages.Length) Array.Resize(ref _pages, Math.Max(page + 1, _pages.Length + (_pages.Length >> 1)));
        if (_pages[page] is not { } leaves)
        {
            _pages[page] = leaves = new int[PageMask + 1];
            leaves.AsSpan().Fill(Nil);
            _pageCount++;
        }

        leaves[item & PageMask] = leaf;
    }

    private void Grow()
    {
        ulong[] old = _slots!;
        int length = Math.Max(FirstSlots, 2 * old.Length);
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
        int mask = slots.Length - 1;
        int gap = Home(item);
        while (slots[gap] >> 32 != (uint)item + 1UL) gap = (gap + 1) & mask;
        for (int at = (gap + 1) & mask; slots[at] != 0; at = (at + 1) & mask)
        {
            int home = Home((int)(uint)(slots[at] >> 32) - 1);
            if (((at - home) & mask) < ((at - gap) & mask)) continue;
            slots[gap] = slots[at];
            gap = at;
        }

        slots[gap] = 0;
        _count--;
        Debug.Assert(_count >= 0, "The item was in.");
    }
}
