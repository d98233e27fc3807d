using System.Diagnostics;
using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Storage.Snapshots;

/// <summary>
/// A hash map from partition to <see cref="SnapshotLocation"/> for millions of partitions: slots of 24 bytes in chunks,
/// found through a table of 4-byte slot numbers with linear probing.
/// <code>
///   table  [ 0 | 3 | 0 | 1 | 2 | 0 | … ]      slot number + 1, or 0 where nobody is; a power of two long
///                │       │   │
///   chunks [ slot 0, slot 1, slot 2, … ][ … ] key 8 · offset 8 · system 1 + pack 3 · length 4
/// </code>
/// Invariants: (1) every slot is found from its key; (2) the table has as many numbers as there are slots, and at most
/// 13 of 16 places taken; (3) no pack slot exceeds 24 bits.
/// </summary>
/// <remarks>
/// Partitions are never forgotten, so there is no removal. Between 29 and 34 bytes a partition; lookups O(1) expected,
/// nothing allocated; insertion O(1) amortised: a doubling of the table visits every slot. Not thread-safe.
/// Linear probing: Knuth, The Art of Computer Programming, volume 3, section 6.4.
/// </remarks>
internal sealed class SnapshotIndex
{
    /// <summary>The largest pack slot.</summary>
    public const int MaxPackSlot = (1 << 24) - 1;

    // 1,024 slots are 24 KiB: below the 85,000 bytes at which the runtime puts an array on the large object heap.
    private const int ChunkBits = 10;
    private const int ChunkSize = 1 << ChunkBits;

    private readonly List<Slot[]> _chunks = [];
    private int[] _table = new int[16];
    private int _count;

    /// <summary>How many partitions are known.</summary>
    public int Count => _count;

    /// <summary>Finds where a partition's state stands.</summary>
    public bool TryGet(PartitionKey key, out SnapshotLocation location)
    {
        int number = _table[Find(key)];
        if (number == 0)
        {
            location = default;
            return false;
        }

        location = At(number - 1).Location;
        return true;
    }

    /// <summary>Points a partition at a new place and says where it stood before.</summary>
    /// <returns>False when the partition was not known.</returns>
    public bool Set(PartitionKey key, in SnapshotLocation location, out SnapshotLocation before)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)location.PackSlot, (uint)MaxPackSlot);
        Debug.Assert(location.Offset >= 0 && location.Length >= 0, "A location lies inside a pack.");
        int place = Find(key);
        if (_table[place] == 0)
        {
            before = default;
            Add(place, key, in location);
            return false;
        }

        ref Slot slot = ref At(_table[place] - 1);
        before = slot.Location;
        slot = new Slot(key, in location);
        return true;
    }

    /// <summary>Throws when an invariant of the type's documentation does not hold. O(n).</summary>
    public void CheckInvariants()
    {
        int taken = 0;
        foreach (int number in _table) taken += number == 0 ? 0 : 1;
        for (int i = 0; i < _count; i++)
            if (_table[Find(At(i).Key)] != i + 1) throw new InvalidOperationException($"(1) Slot {i} is not found.");
        if (taken != _count || IsCrowded(_count)) throw new InvalidOperationException($"(2) {taken} of {_count}.");
        for (int i = 0; i < _count; i++)
            if (At(i).Location.PackSlot is < 0 or > MaxPackSlot) throw new InvalidOperationException($"(3) Slot {i}.");
    }

    private int Find(PartitionKey key)
    {
        int mask = _table.Length - 1;
        int place = (int)key.StableHash() & mask;
        while (_table[place] != 0 && At(_table[place] - 1).Key != key) place = (place + 1) & mask;
        return place;
    }

    private ref Slot At(int slot) => ref _chunks[slot >> ChunkBits][slot & (ChunkSize - 1)];

    private void Add(int place, PartitionKey key, in SnapshotLocation location)
    {
        if (_count == _chunks.Count << ChunkBits) _chunks.Add(new Slot[ChunkSize]);
        At(_count) = new Slot(key, in location);
        _table[place] = ++_count;
        if (IsCrowded(_count)) Grow();
    }

    private bool IsCrowded(int count) => 16L * count > 13L * _table.Length;

    private void Grow()
    {
        _table = new int[checked(_table.Length * 2)];
        for (int i = 0; i < _count; i++) _table[Find(At(i).Key)] = i + 1;
    }

    private readonly struct Slot(PartitionKey key, in SnapshotLocation location)
    {
        private readonly ulong _key = key.Key;
        private readonly long _offset = location.Offset;
        private readonly uint _systemAndPack = ((uint)key.System << 24) | (uint)location.PackSlot;
        private readonly int _length = location.Length;

        public PartitionKey Key => new((byte)(_systemAndPack >> 24), _key);

        public SnapshotLocation Location => new((int)(_systemAndPack & MaxPackSlot), _offset, _length);
    }
}
