using Catalog.Engine.Core.Memory;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <content>The table as bytes, as a hash, and its invariants.</content>
public sealed partial class MemberTable
{
    private const int WireVersion = 1;

    // Some 70 KB.
    private const int IdsASlice = 8 * 1024;

    /// <summary>Writes ids by their numbers and the free numbers in their order. O(members).</summary>
    public void Save(ref MessagePackWriter writer)
    {
        SaveHead(writer, NumberLimit);
        for (int number = 0; number < NumberLimit; number++) writer.Write(_ids[number]);
        writer.WriteArrayHeader(NumberLimit - Count);
        for (int free = _firstFree; free != None; free = (int)_ids[free]) writer.Write((long)free);
    }

    /// <summary>
    /// Writes what <see cref="Save"/> would have written when there were so many members, a slice a step, for tables
    /// that nobody ever leaves.
    /// </summary>
    internal IEnumerator<bool> SaveSlices(ByteBuffer into, int count)
    {
        RankedWire.Require(Count == NumberLimit && count <= Count, "nobody has left");
        SaveHead(new MessagePackWriter(into), count);
        for (int first = 0; first < count; first += IdsASlice)
        {
            var writer = new MessagePackWriter(into);
            for (int number = first; number < Math.Min(first + IdsASlice, count); number++) writer.Write(_ids[number]);
            yield return true;
        }

        new MessagePackWriter(into).WriteArrayHeader(0);
    }

    private void SaveHead(MessagePackWriter writer, int count)
    {
        writer.WriteArrayHeader(4);
        writer.Write((long)WireVersion);
        writer.Write((long)Capacity);
        writer.WriteArrayHeader(count);
    }

    /// <summary>Reads what <see cref="Save"/> wrote: every id under the number it had. O(members).</summary>
    /// <param name="reader">Where it stands.</param>
    /// <param name="seed">As for the constructor; need not be the one it was saved with.</param>
    /// <exception cref="MessagePackFormatException">The bytes are not a member table.</exception>
    public static MemberTable Load(ref MessagePackReader reader, ulong seed = 0)
    {
        RankedWire.Expect(reader.ReadArrayHeader() == 4 && reader.ReadInt64() == WireVersion, "a known member table");
        var table = new MemberTable(RankedWire.ReadCount(ref reader, 1, MaxCapacity), seed);
        int limit = reader.ReadArrayHeader();
        RankedWire.Expect(limit <= table.Capacity, "no more members than there may be");
        table.ReadIds(ref reader, limit);
        return table;
    }

    /// <summary>A hash of what <see cref="Save"/> writes: equal states have equal hashes. O(members); 0 B.</summary>
    public ulong StateHash()
    {
        var hash = new StateHasher();
        hash.Add((ulong)Capacity);
        hash.Add((ulong)NumberLimit);
        for (int number = 0; number < NumberLimit; number++) hash.Add(_ids[number]);
        for (int free = _firstFree; free != None; free = (int)_ids[free]) hash.Add((ulong)free);
        return hash.Value;
    }

    /// <summary>Checks the invariants of the type's documentation, for tests. O(members).</summary>
    /// <exception cref="InvalidOperationException">One is broken; the message names it.</exception>
    public void CheckInvariants()
    {
        int given = 0, free = 0;
        for (int number = 0; number < NumberLimit; number++) given += IsGiven(number) ? 1 : 0;
        RankedWire.Require(given == Count && Count <= Capacity, "1. ids are found under their numbers");
        RankedWire.Require(_slots.CountTaken == Count, "2. no other slot is taken");
        for (int number = _firstFree; number != None && free <= NumberLimit; number = (int)_ids[number], free++)
            RankedWire.Require(!IsGiven(number), "3. who is free is not given");
        RankedWire.Require(free == NumberLimit - Count, "3. the free list runs over all other numbers");
    }

    private void ReadIds(ref MessagePackReader reader, int limit)
    {
        NumberLimit = limit;
        if (limit > 0) _ids.Reach(limit - 1);
        for (int number = 0; number < limit; number++) _ids[number] = reader.ReadUInt64();
        int freeCount = reader.ReadArrayHeader();
        RankedWire.Expect(freeCount <= limit, "no more free numbers than numbers");
        var isFree = new bool[limit];
        int last = None;
        for (int i = 0; i < freeCount; i++)
        {
            int number = RankedWire.ReadCount(ref reader, 0, limit - 1);
            RankedWire.Expect(!isFree[number], "a free number once");
            isFree[number] = true;
            if (last == None) _firstFree = number;
            else _ids[last] = (ulong)number;
            _ids[number] = unchecked((ulong)None);
            last = number;
        }

        Count = 0;
        for (int number = 0; number < limit; number++)
        {
            if (isFree[number]) continue;
            RankedWire.Expect(Find(_ids[number]) == None, "an id once");
            _slots.Add(HashOf(_ids[number], _seed), number, new Ids(_ids, _seed));
            Count++;
        }
    }
}
