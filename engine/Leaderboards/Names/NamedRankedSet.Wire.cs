using Catalog.Engine.Collections;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <content>The set as bytes, as a hash, and its invariants.</content>
public sealed partial class NamedRankedSet
{
    private const int WireVersion = 1;

    /// <summary>Writes members in their order, with their numbers, and the free numbers. O(members); 0 B.</summary>
    public void Save(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(5);
        writer.Write((long)WireVersion);
        writer.Write((long)Capacity);
        writer.Write((long)_maxNameBytes);
        writer.WriteArrayHeader(3 * Count);
        for (TreePlace place = _tree.First; !place.IsEnd; place = _tree.Next(place))
        {
            int number = _tree.ItemAt(place);
            writer.Write((long)number);
            writer.WriteBinary(_names.NameOf(number));
            writer.Write(ScoreOf(_tree.KeyAt(place).Score));
        }

        writer.WriteArrayHeader(_names.NumberLimit - Count);
        for (int free = _names.NextFree(NameTable.None); free != NameTable.None; free = _names.NextFree(free))
            writer.Write((long)free);
    }

    /// <summary>Reads what <see cref="Save"/> wrote, building from sorted entries. O(members).</summary>
    /// <param name="reader">Where it stands.</param>
    /// <param name="hashSeed">As in <see cref="NamedRankedSetOptions.HashSeed"/>.</param>
    /// <param name="pool">As in <see cref="NamedRankedSetOptions.Pool"/>.</param>
    /// <exception cref="MessagePackFormatException">The bytes are not a set.</exception>
    public static NamedRankedSet Load(ref MessagePackReader reader, ulong hashSeed = 0, SlabPool? pool = null)
    {
        RankedWire.Expect(reader.ReadArrayHeader() == 5 && reader.ReadInt64() == WireVersion, "a known set");
        var set = new NamedRankedSet(new NamedRankedSetOptions
        {
            Capacity = RankedWire.ReadCount(ref reader, 1, MemberTable.MaxCapacity),
            MaxNameBytes = RankedWire.ReadCount(ref reader, 1, NameArena.MaxBytes),
            HashSeed = hashSeed,
            Pool = pool,
        });
        int count = Math.DivRem(reader.ReadArrayHeader(), 3, out int rest);
        RankedWire.Expect(rest == 0 && count <= set.Capacity, "no more members than there may be");
        for (int i = 0; i < count; i++) set.ReadEntry(ref reader);
        set.ReadFree(ref reader);
        return set;
    }

    /// <summary>A hash of what <see cref="Save"/> writes: equal states have equal hashes. O(members); 0 B.</summary>
    public ulong StateHash()
    {
        var hash = new StateHasher();
        hash.Add((ulong)Capacity);
        hash.Add((ulong)_maxNameBytes);
        for (TreePlace place = _tree.First; !place.IsEnd; place = _tree.Next(place))
        {
            int number = _tree.ItemAt(place);
            hash.Add((ulong)number);
            hash.Add(_tree.KeyAt(place).Score);
            ReadOnlySpan<byte> name = _names.NameOf(number);
            hash.Add(((ulong)name.Length << 32) | Crc32C.Of(name));
        }

        for (int free = _names.NextFree(NameTable.None); free != NameTable.None; free = _names.NextFree(free))
            hash.Add((ulong)free);
        return hash.Value;
    }

    /// <summary>Checks the invariants of the type's documentation, for tests. O(members log members).</summary>
    /// <exception cref="InvalidOperationException">One is broken; the message names it.</exception>
    public void CheckInvariants()
    {
        _names.CheckInvariants();
        _tree.CheckInvariants();
        RankedWire.Require(_tree.Count == Count, "the numbers that are given are the tree's items");
        ReadOnlySpan<byte> shared = Count == 0 ? default : _names.NameOf(_tree.ItemAt(_tree.First))[.._shared];
        for (TreePlace place = _tree.First; !place.IsEnd; place = _tree.Next(place))
        {
            int number = _tree.ItemAt(place);
            RankedWire.Require(_names.IsGiven(number), "the numbers that are given are the tree's items");
            ReadOnlySpan<byte> name = _names.NameOf(number);
            bool isMadeOf = name.StartsWith(shared) && _tree.KeyAt(place).Prefix == PrefixOf(name);
            RankedWire.Require(isMadeOf, "every key is made of its member's name");
        }
    }

    private void ReadEntry(ref MessagePackReader reader)
    {
        int number = RankedWire.ReadCount(ref reader, 0, Capacity - 1);
        ReadOnlySpan<byte> name = reader.ReadBinary();
        double score = reader.ReadDouble();
        RankedWire.Expect(name.Length <= _maxNameBytes && !double.IsNaN(score), "a name and a score");
        RankedWire.Expect(!_names.IsGiven(number) && _names.Find(name) == NameTable.None, "a member once");
        Share(name);
        _names.PutLoaded(number, name);
        bool isBehind = _tree.TryAppend([new NamedKey(Sortable(score), PrefixOf(name))], [number]);
        RankedWire.Expect(isBehind, "members in their order");
    }

    private void ReadFree(ref MessagePackReader reader)
    {
        int count = reader.ReadArrayHeader();
        RankedWire.Expect(count <= Capacity - Count, "no more numbers than there may be");
        _names.Reserve(Count + count);
        RankedWire.Expect(_names.NumberLimit == Count + count, "numbers below the limit");
        int previous = NameTable.None;
        for (int i = 0; i < count; i++)
        {
            int number = RankedWire.ReadCount(ref reader, 0, _names.NumberLimit - 1);
            RankedWire.Expect(_names.TryPutFree(number, previous), "a free number once");
            previous = number;
        }
    }
}
