using System.Buffers.Binary;
using Catalog.Engine.Collections;

namespace Catalog.Engine.Leaderboards;

/// <summary>
/// Gives names (any bytes) dense numbers, as <see cref="MemberTable"/> does for 64-bit ids.
/// </summary>
/// <remarks>
/// <code>
/// _slots      <see cref="NumberSlots"/>, 5 bytes a member when full
/// _addresses  number → address of the name; of a free number: the next free one, with the highest bit set
/// _names      <see cref="NameArena"/>; made anew when half of it is free
/// </code>
/// Invariants: 1. every member's name is found under its number; 2. no other slot is taken; 3. the free list runs over
/// all other numbers below the limit, each once. O(name), growing O(members). Not thread-safe.
/// </remarks>
internal sealed class NameTable
{
    /// <summary>No number.</summary>
    public const int None = NumberSlots.None;

    private const uint FreeBit = 1u << 31;
    private const int NoNextFree = int.MaxValue;

    // Below this much waste nobody tidies.
    private const long LeastWasteBytes = 1 << 16;

    private readonly NumberSlots _slots;
    private readonly PagedArray<uint> _addresses = new();
    private readonly ulong _seed;
    private NameArena _names = new();
    private int _firstFree = NoNextFree;

    /// <summary>Makes an empty table.</summary>
    public NameTable(int capacity, ulong seed)
    {
        Capacity = capacity;
        _slots = new NumberSlots(capacity);
        _seed = seed;
    }

    /// <summary>Most members.</summary>
    public int Capacity { get; }

    /// <summary>Number of members.</summary>
    public int Count { get; private set; }

    /// <summary>All numbers given so far are below this.</summary>
    public int NumberLimit { get; private set; }

    /// <summary>Bytes taken.</summary>
    public long AllocatedBytes => _slots.AllocatedBytes + _addresses.AllocatedBytes + _names.AllocatedBytes;

    /// <summary>The name with a number that is given, until the table is next changed.</summary>
    public ReadOnlySpan<byte> NameOf(int number) => _names[(int)_addresses[number]];

    /// <summary>Whether a number is given.</summary>
    public bool IsGiven(int number) => (uint)number < (uint)NumberLimit && (_addresses[number] & FreeBit) == 0;

    /// <summary>The number of a name, or none.</summary>
    public int Find(ReadOnlySpan<byte> name) => _slots.Find(HashOf(name, _seed), new NameProbe(this, name));

    /// <summary>Gives a name that has none a number; there is room.</summary>
    public int Add(ReadOnlySpan<byte> name)
    {
        int number = _firstFree;
        if (number == NoNextFree)
        {
            number = NumberLimit++;
            _addresses.Reach(number);
        }
        else
        {
            _firstFree = (int)(_addresses[number] & ~FreeBit);
        }

        _addresses[number] = (uint)_names.Add(name);
        _slots.Add(HashOf(name, _seed), number, new Names(this));
        Count++;
        return number;
    }

    /// <summary>Takes a number back; nobody compares its name any more.</summary>
    public void Remove(int number)
    {
        _slots.Remove(HashOf(NameOf(number), _seed), number, new Names(this));
        _names.Free((int)_addresses[number]);
        _addresses[number] = FreeBit | (uint)_firstFree;
        _firstFree = number;
        Count--;
        if (_names.FreeBytes > LeastWasteBytes && 2 * _names.FreeBytes > _names.AllocatedBytes) Tidy();
    }

    /// <summary>Forgets everything. O(1).</summary>
    public void Clear()
    {
        _slots.Clear();
        _addresses.Clear();
        _names.Clear();
        _firstFree = NoNextFree;
        Count = NumberLimit = 0;
    }

    /// <summary>The free number that is given after another one, or first; or none.</summary>
    public int NextFree(int number) =>
        number == None ? OrNone(_firstFree) : OrNone((int)(_addresses[number] & ~FreeBit));

    /// <summary>Gives a name a certain number, for loading.</summary>
    public void PutLoaded(int number, ReadOnlySpan<byte> name)
    {
        Reserve(number + 1);
        _addresses[number] = (uint)_names.Add(name);
        _slots.Add(HashOf(name, _seed), number, new Names(this));
        Count++;
    }

    /// <summary>Puts a number at the end of the free list, for loading.</summary>
    /// <returns>Whether it was not given or free already.</returns>
    public bool TryPutFree(int number, int previous)
    {
        Reserve(number + 1);
        if (_addresses[number] != (FreeBit | NoNextFree) || number == previous) return false;
        if (previous == None) _firstFree = number;
        else _addresses[previous] = FreeBit | (uint)number;
        return true;
    }

    /// <summary>Raises the limit; what is new is free and in no list yet.</summary>
    public void Reserve(int limit)
    {
        if (limit > 0) _addresses.Reach(limit - 1);
        for (; NumberLimit < limit; NumberLimit++) _addresses[NumberLimit] = FreeBit | NoNextFree;
    }

    /// <summary>Checks the invariants, for tests. O(members).</summary>
    public void CheckInvariants()
    {
        int given = 0, free = 0;
        for (int number = 0; number < NumberLimit; number++)
        {
            if (!IsGiven(number)) continue;
            RankedWire.Require(Find(NameOf(number)) == number, "1. names are found under their numbers");
            given++;
        }

        RankedWire.Require(given == Count && Count <= Capacity, "1. the number of members");
        RankedWire.Require(_slots.CountTaken == Count, "2. no other slot is taken");
        for (int number = NextFree(None); number != None && free <= NumberLimit; number = NextFree(number), free++)
            RankedWire.Require(!IsGiven(number), "3. who is free is not given");
        RankedWire.Require(free == NumberLimit - Count, "3. the free list runs over all other numbers");
    }

    private static int OrNone(int number) => number == NoNextFree ? None : number;

    private void Tidy()
    {
        var names = new NameArena();
        for (int number = 0; number < NumberLimit; number++)
            if (IsGiven(number)) _addresses[number] = (uint)names.Add(NameOf(number));
        _names = names;
    }

    // Eight bytes a multiplication, its halves folded: the core of Wang Yi's wyhash.
    private static ulong HashOf(ReadOnlySpan<byte> name, ulong seed)
    {
        const ulong First = 0xA0761D6478BD642F, Second = 0xE7037ED1A0B428DB;
        ulong hash = seed ^ ((ulong)name.Length * First);
        for (; name.Length >= sizeof(ulong); name = name[sizeof(ulong)..])
            hash = Fold(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(name), First);
        ulong rest = 0;
        for (int i = 0; i < name.Length; i++) rest |= (ulong)name[i] << (8 * i);
        return Fold(Fold(hash ^ rest, Second), First);
    }

    private static ulong Fold(ulong left, ulong right)
    {
        ulong high = Math.BigMul(left ^ right, right, out ulong low);
        return high ^ low;
    }

    private readonly ref struct NameProbe(NameTable table, ReadOnlySpan<byte> name) : INumberProbe
    {
        private readonly ReadOnlySpan<byte> _name = name;

        public bool Is(int number) => table.NameOf(number).SequenceEqual(_name);
    }

    private readonly struct Names(NameTable table) : INumberKeys
    {
        public ulong HashOf(int number) => NameTable.HashOf(table.NameOf(number), table._seed);
    }
}
