using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using Catalog.Engine.Collections;

namespace Catalog.Engine.Leaderboards;

/// <summary>
/// Gives 64-bit ids dense numbers, which many rankings share: one look-up serves all windows a score goes into.
/// </summary>
/// <remarks>
/// <code>
/// _slots  4 bytes each: [ some bits of the id's hash │ number + 1 ]; 0 empty; linear probing, at most 4/5 full
/// _ids    number → id; of a free number: the next free one
/// </code>
/// The bits of the hash, 12 with a million members and 8 with sixteen, spare nearly every look at an id that is another
/// one. 13 bytes a member once it is full; between growths up to 16. A number is reused after its member was removed,
/// last freed first.
/// <para>Invariants: 1. every member's id is found under its number; 2. no other slot is taken; 3. the free list runs
/// over all other numbers below the limit, each once.</para>
/// All look-ups are O(1), two cache misses when cold; growing copies the slots, O(members). Not thread-safe.
/// </remarks>
public sealed partial class MemberTable
{
    /// <summary>Most members any table can have.</summary>
    public const int MaxCapacity = 1 << 28;

    /// <summary>What is answered for an id that has no number.</summary>
    public const int None = -1;

    // Lines of 16 slots; a table begins with one.
    private const int FirstSlots = 16;

    private readonly PagedArray<ulong> _ids = new();
    private readonly int _numberBits;
    private readonly ulong _seed;
    private uint[] _slots = [];
    private int _firstFree = None;

    /// <summary>Creates an empty table. O(1).</summary>
    /// <param name="capacity">Most members.</param>
    /// <param name="seed">Goes into the hash, where ids come from somebody who might choose them to collide.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is out of its range.</exception>
    public MemberTable(int capacity, ulong seed = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(capacity, MaxCapacity);
        Capacity = capacity;
        _seed = seed;
        _numberBits = BitOperations.Log2((uint)capacity) + 1;
    }

    /// <summary>Most members.</summary>
    public int Capacity { get; }

    /// <summary>Number of members.</summary>
    public int Count { get; private set; }

    /// <summary>All numbers given so far are below this.</summary>
    public int NumberLimit { get; private set; }

    /// <summary>Bytes taken. O(1).</summary>
    public long AllocatedBytes => (_slots.Length * (long)sizeof(uint)) + _ids.AllocatedBytes;

    /// <summary>The number of an id, or <see cref="None"/>. O(1); 0 B.</summary>
    public int Find(ulong id)
    {
        uint[] slots = _slots;
        if (slots.Length == 0) return None;
        ulong hash = Hash(id);
        uint tag = TagOf(hash), mask = (1u << _numberBits) - 1;
        for (int at = HomeOf(hash, slots.Length); ; at = at + 1 == slots.Length ? 0 : at + 1)
        {
            uint slot = slots[at];
            if (slot == 0) return None;
            int number = (int)(slot & mask) - 1;
            if ((slot & ~mask) == tag && _ids[number] == id) return number;
        }
    }

    /// <summary>
    /// The number of an id, given now if it has none. O(1) amortised; 0 B but for growth.
    /// </summary>
    /// <param name="id">The id.</param>
    /// <param name="isAdded">Whether it is new.</param>
    /// <returns>The number, or <see cref="None"/> when the table is full.</returns>
    public int FindOrAdd(ulong id, out bool isAdded)
    {
        int number = Find(id);
        isAdded = number == None && Count < Capacity;
        return isAdded ? Add(id) : number;
    }

    /// <summary>The id with a number that is given. O(1).</summary>
    public ulong IdOf(int number) => _ids[number];

    /// <summary>
    /// Takes an id's number away; rankings must have let go of it. O(1); 0 B.
    /// </summary>
    /// <returns>Whether it had one.</returns>
    public bool Remove(ulong id)
    {
        int number = Find(id);
        if (number == None) return false;
        Empty(SlotOf(number));
        _ids[number] = unchecked((ulong)_firstFree);
        _firstFree = number;
        Count--;
        return true;
    }

    /// <summary>Whether a number is given. O(1).</summary>
    public bool IsGiven(int number) => (uint)number < (uint)NumberLimit && Find(_ids[number]) == number;

    /// <summary>Forgets all members and gives the memory back. O(1).</summary>
    public void Clear()
    {
        _slots = [];
        _ids.Clear();
        _firstFree = None;
        Count = NumberLimit = 0;
    }

    internal void PrefetchId(int number) => _ids.Prefetch(number);

    private int Add(ulong id)
    {
        if (5L * (Count + 1) > 4L * _slots.Length) Grow();
        int number = _firstFree;
        if (number == None)
        {
            number = NumberLimit++;
            _ids.Reach(number);
        }
        else
        {
            _firstFree = (int)_ids[number];
        }

        _ids[number] = id;
        Occupy(id, number);
        Count++;
        return number;
    }

    private void Occupy(ulong id, int number)
    {
        uint[] slots = _slots;
        ulong hash = Hash(id);
        int at = HomeOf(hash, slots.Length);
        while (slots[at] != 0) at = at + 1 == slots.Length ? 0 : at + 1;
        slots[at] = TagOf(hash) | (uint)(number + 1);
    }

    private int SlotOf(int number)
    {
        ulong hash = Hash(_ids[number]);
        uint sought = TagOf(hash) | (uint)(number + 1);
        int at = HomeOf(hash, _slots.Length);
        while (_slots[at] != sought) at = at + 1 == _slots.Length ? 0 : at + 1;
        return at;
    }

    // Knuth's algorithm R: what probed past the gap moves into it.
    private void Empty(int gap)
    {
        uint[] slots = _slots;
        uint mask = (1u << _numberBits) - 1;
        int length = slots.Length;
        for (int at = gap + 1; ; at++)
        {
            if (at == length) at = 0;
            if (slots[at] == 0) break;
            int home = HomeOf(Hash(_ids[(int)(slots[at] & mask) - 1]), length);
            int fromHome = at - home, fromGap = at - gap;
            if (fromHome < 0) fromHome += length;
            if (fromGap < 0) fromGap += length;
            if (fromHome < fromGap) continue;
            slots[gap] = slots[at];
            gap = at;
        }

        slots[gap] = 0;
    }

    // By half more, and at last to what the capacity needs, so that a full table wastes nothing.
    private void Grow()
    {
        long full = Math.Max(FirstSlots, (5L * Capacity / 4) + 1);
        long size = Math.Max(FirstSlots, _slots.Length * 3L / 2);
        uint[] old = _slots;
        _slots = new uint[size > full * 3 / 4 ? full : size];
        uint mask = (1u << _numberBits) - 1;
        foreach (uint slot in old)
        {
            if (slot == 0) continue;
            int number = (int)(slot & mask) - 1;
            Occupy(_ids[number], number);
        }

        Debug.Assert(_slots.Length > Count, "There always is an empty slot, or a search would not end.");
    }

    private uint TagOf(ulong hash) => (uint)hash << _numberBits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int HomeOf(ulong hash, int length) => (int)(((hash >> 32) * (ulong)length) >> 32);

    // MurmurHash3's finaliser.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong Hash(ulong id)
    {
        ulong h = id ^ _seed;
        h = (h ^ (h >> 33)) * 0xFF51AFD7ED558CCDUL;
        h = (h ^ (h >> 33)) * 0xC4CEB9FE1A85EC53UL;
        return h ^ (h >> 33);
    }
}
