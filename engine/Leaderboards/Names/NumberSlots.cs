using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using Catalog.Engine.Core.Memory;

namespace Catalog.Engine.Leaderboards;

/// <summary>
/// The hash index of a table whose keys have dense numbers and stand elsewhere.
/// <code>
/// slots  4 bytes each: [ some bits of the key's hash │ number + 1 ]; 0 empty; linear probing, at most 4/5 full
/// </code>
/// The bits of the hash, 12 with a million keys and 8 with sixteen, spare nearly every look at a key that is another
/// one. Grows by half, and at last to just what the capacity needs. O(1), growing O(keys); not thread-safe.
/// </summary>
internal sealed class NumberSlots
{
    /// <summary>No number.</summary>
    public const int None = -1;

    // A cache line of slots.
    private const int FirstSlots = 16;

    private readonly int _capacity;
    private readonly int _numberBits;
    private uint[] _slots = [];
    private int _count;

    /// <summary>Makes an empty index of numbers below a capacity.</summary>
    public NumberSlots(int capacity)
    {
        _capacity = capacity;
        _numberBits = BitOperations.Log2((uint)capacity) + 1;
    }

    /// <summary>Number of keys, counted. O(slots).</summary>
    public int CountTaken => _slots.Length - _slots.AsSpan().Count(0u);

    /// <summary>Bytes taken.</summary>
    public long AllocatedBytes => _slots.Length * (long)sizeof(uint);

    private uint NumberMask => (1u << _numberBits) - 1;

    /// <summary>Has the line a search for a hash begins on fetched.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(ulong hash)
    {
        uint[] slots = _slots;
        if (slots.Length > 0) CacheLine.Prefetch(ref slots[HomeOf(hash, slots.Length)]);
    }

    /// <summary>The first number whose key may have a hash, without looking at the key; or none.</summary>
    public int FindLikely(ulong hash) => Find(hash, default(AnyKey));

    /// <summary>The number of a key, or none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find<TProbe>(ulong hash, TProbe probe)
        where TProbe : struct, INumberProbe, allows ref struct
    {
        uint[] slots = _slots;
        if (slots.Length == 0) return None;
        uint tag = TagOf(hash), mask = NumberMask;
        for (int at = HomeOf(hash, slots.Length); ; at = at + 1 == slots.Length ? 0 : at + 1)
        {
            uint slot = slots[at];
            if (slot == 0) return None;
            if ((slot & ~mask) == tag && probe.Is((int)(slot & mask) - 1)) return (int)(slot & mask) - 1;
        }
    }

    /// <summary>Adds a number whose key is not in yet, and may be asked for from now on.</summary>
    public void Add<TKeys>(ulong hash, int number, TKeys keys)
        where TKeys : struct, INumberKeys
    {
        Debug.Assert(number < _capacity, "Numbers are below the capacity.");
        if (5L * (_count + 1) > 4L * _slots.Length) Grow(keys);
        Occupy(hash, number);
        _count++;
    }

    /// <summary>Removes a number that is in; its key must still be there.</summary>
    public void Remove<TKeys>(ulong hash, int number, TKeys keys)
        where TKeys : struct, INumberKeys
    {
        uint sought = TagOf(hash) | (uint)(number + 1);
        int at = HomeOf(hash, _slots.Length);
        while (_slots[at] != sought) at = at + 1 == _slots.Length ? 0 : at + 1;
        Empty(at, keys);
        _count--;
    }

    /// <summary>Forgets everything. O(1).</summary>
    public void Clear()
    {
        _slots = [];
        _count = 0;
    }

    private void Occupy(ulong hash, int number)
    {
        uint[] slots = _slots;
        int at = HomeOf(hash, slots.Length);
        while (slots[at] != 0) at = at + 1 == slots.Length ? 0 : at + 1;
        slots[at] = TagOf(hash) | (uint)(number + 1);
    }

    // Knuth's algorithm R: what probed past the gap moves into it.
    private void Empty<TKeys>(int gap, TKeys keys)
        where TKeys : struct, INumberKeys
    {
        uint[] slots = _slots;
        int length = slots.Length;
        for (int at = gap + 1; ; at++)
        {
            if (at == length) at = 0;
            if (slots[at] == 0) break;
            int home = HomeOf(keys.HashOf((int)(slots[at] & NumberMask) - 1), length);
            int fromHome = at - home, fromGap = at - gap;
            if (fromHome < 0) fromHome += length;
            if (fromGap < 0) fromGap += length;
            if (fromHome < fromGap) continue;
            slots[gap] = slots[at];
            gap = at;
        }

        slots[gap] = 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow<TKeys>(TKeys keys)
        where TKeys : struct, INumberKeys
    {
        long full = Math.Max(FirstSlots, (5L * _capacity / 4) + 1);
        long size = Math.Max(FirstSlots, _slots.Length * 3L / 2);
        uint[] old = _slots;
        _slots = LargePages.Allocate<uint>((int)(size > full * 3 / 4 ? full : size));
        foreach (uint slot in old)
        {
            if (slot == 0) continue;
            int number = (int)(slot & NumberMask) - 1;
            Occupy(keys.HashOf(number), number);
        }

        Debug.Assert(_slots.Length > _count + 1, "There always is an empty slot, or a search would not end.");
    }

    private uint TagOf(ulong hash) => (uint)hash << _numberBits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int HomeOf(ulong hash, int length) => (int)(((hash >> 32) * (ulong)length) >> 32);

    private readonly struct AnyKey : INumberProbe
    {
        public bool Is(int number) => true;
    }
}
