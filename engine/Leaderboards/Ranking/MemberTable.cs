using System.Runtime.CompilerServices;
using Catalog.Engine.Collections;

namespace Catalog.Engine.Leaderboards;

/// <summary>
/// Gives 64-bit ids dense numbers, which many rankings share: one look-up serves all windows a score goes into.
/// </summary>
/// <remarks>
/// <code>
/// _slots  <see cref="NumberSlots"/>, 5 bytes a member when full
/// _ids    number → id; of a free number: the next free one
/// </code>
/// 13 bytes a member once it is full; between growths up to 16. A number is reused after its member was removed, last
/// freed first.
/// <para>Invariants: 1. every member's id is found under its number; 2. no other slot is taken; 3. the free list runs
/// over all other numbers below the limit, each once.</para>
/// All look-ups are O(1), two cache misses when cold; growing copies the slots, O(members). Not thread-safe.
/// </remarks>
public sealed partial class MemberTable
{
    /// <summary>Most members any table can have.</summary>
    public const int MaxCapacity = 1 << 28;

    /// <summary>What is answered for an id that has no number.</summary>
    public const int None = NumberSlots.None;

    private readonly PagedArray<ulong> _ids = new();
    private readonly NumberSlots _slots;
    private readonly ulong _seed;
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
        _slots = new NumberSlots(capacity);
    }

    /// <summary>Most members.</summary>
    public int Capacity { get; }

    /// <summary>Number of members.</summary>
    public int Count { get; private set; }

    /// <summary>All numbers given so far are below this.</summary>
    public int NumberLimit { get; private set; }

    /// <summary>Bytes taken. O(1).</summary>
    public long AllocatedBytes => _slots.AllocatedBytes + _ids.AllocatedBytes;

    /// <summary>The number of an id, or <see cref="None"/>. O(1); 0 B.</summary>
    public int Find(ulong id) => _slots.Find(HashOf(id, _seed), new IdProbe(_ids, id));

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
        _slots.Remove(HashOf(id, _seed), number, new Ids(_ids, _seed));
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
        _slots.Clear();
        _ids.Clear();
        _firstFree = None;
        Count = NumberLimit = 0;
    }

    private int Add(ulong id)
    {
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
        _slots.Add(HashOf(id, _seed), number, new Ids(_ids, _seed));
        Count++;
        return number;
    }

    // MurmurHash3's finaliser.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong HashOf(ulong id, ulong seed)
    {
        ulong h = id ^ seed;
        h = (h ^ (h >> 33)) * 0xFF51AFD7ED558CCDUL;
        h = (h ^ (h >> 33)) * 0xC4CEB9FE1A85EC53UL;
        return h ^ (h >> 33);
    }

    private readonly struct IdProbe(PagedArray<ulong> ids, ulong id) : INumberProbe
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool Is(int number) => ids[number] == id;
    }

    private readonly struct Ids(PagedArray<ulong> ids, ulong seed) : INumberKeys
    {
        public ulong HashOf(int number) => MemberTable.HashOf(ids[number], seed);
    }
}
