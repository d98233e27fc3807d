using Catalog.Engine.Collections;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <content>The ranking as bytes, as a hash, and its invariants.</content>
public sealed partial class RankedTree
{
    // Entries were written one by one in the first version; now a leaf's keys and members are, as they stand in memory.
    private const int WireVersion = 2;
    private const int FirstWireVersion = 1;

    // Entries are read into so many before they are appended: some leaves' worth.
    private const int LoadedTogether = 120;

    /// <summary>Writes everything: entries best first, and who expires when. O(members); 0 B.</summary>
    public void Save(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(8);
        writer.Write((long)WireVersion);
        writer.Write((long)Capacity);
        writer.Write((long)Order);
        writer.Write(CountsDistinctScores);
        writer.Write(_sequence);
        SaveEntries(ref writer, _ranking);
        writer.Write(_expiries is not null);
        if (_expiries is null) writer.WriteArrayHeader(0);
        else SaveEntries(ref writer, _expiries);
    }

    /// <summary>Reads what <see cref="Save"/> wrote, building from sorted entries. O(members).</summary>
    /// <param name="reader">Where it stands.</param>
    /// <param name="pool">As in <see cref="RankingOptions.Pool"/>.</param>
    /// <exception cref="MessagePackFormatException">The bytes are not a ranking.</exception>
    public static RankedTree Load(ref MessagePackReader reader, SlabPool? pool = null)
    {
        RankedWire.Expect(reader.ReadArrayHeader() == 8, "a ranking");
        int version = RankedWire.ReadCount(ref reader, FirstWireVersion, WireVersion);
        var tree = new RankedTree(new RankingOptions
        {
            Capacity = RankedWire.ReadCount(ref reader, 1, int.MaxValue),
            Order = (ScoreOrder)RankedWire.ReadCount(ref reader, 0, (int)ScoreOrder.Ascending),
            CountsDistinctScores = reader.ReadBoolean(),
            Pool = pool,
        });
        tree._sequence = reader.ReadUInt32();
        tree.LoadEntries(ref reader, tree._ranking, version);
        bool hasExpiries = reader.ReadBoolean();
        if (hasExpiries)
            tree._expiries = new OrderStatisticTree<RankKey, RankOrder>(default, tree.Capacity, false, pool);
        if (tree._expiries is null) RankedWire.Expect(reader.ReadArrayHeader() == 0, "no expiries");
        else tree.LoadEntries(ref reader, tree._expiries, version);
        tree.CheckLoaded();
        return tree;
    }

    /// <summary>A hash of what <see cref="Save"/> writes: equal states have equal hashes. O(members); 0 B.</summary>
    public ulong StateHash()
    {
        var hash = new StateHasher();
        hash.Add((ulong)Capacity);
        hash.Add((ulong)Order);
        hash.Add(CountsDistinctScores ? 1UL : 0);
        hash.Add(_sequence);
        HashEntries(ref hash, _ranking);
        hash.Add(_expiries is null ? 0 : 1UL);
        if (_expiries is not null) HashEntries(ref hash, _expiries);
        return hash.Value;
    }

    /// <summary>Checks the invariants of the trees, for tests. O(members).</summary>
    /// <exception cref="InvalidOperationException">One is broken; the message names it.</exception>
    public void CheckInvariants()
    {
        _ranking.CheckInvariants();
        _expiries?.CheckInvariants();
        for (TreePlace leaf = _ranking.First; !leaf.IsEnd; leaf = _ranking.NextLeaf(leaf))
        {
            foreach (RankKey key in _ranking.KeysFrom(leaf))
                RankedWire.Require(key.Stamp >> 1 < _sequence, "stamps have been given");
        }

        for (TreePlace leaf = _expiries?.First ?? TreePlace.End; !leaf.IsEnd; leaf = _expiries!.NextLeaf(leaf))
        {
            foreach (int member in _expiries!.ItemsFrom(leaf))
                RankedWire.Require(Contains(member), "who expires is in");
        }
    }

    private void CheckLoaded()
    {
        try
        {
            CheckInvariants();
        }
        catch (InvalidOperationException broken)
        {
            throw new MessagePackFormatException($"The ranking is not sound: {broken.Message}");
        }
    }

    private static void SaveEntries(ref MessagePackWriter writer, OrderStatisticTree<RankKey, RankOrder> tree)
    {
        writer.WriteArrayHeader(1 + (2 * tree.LeafCount));
        writer.Write(tree.Count);
        for (TreePlace leaf = tree.First; !leaf.IsEnd; leaf = tree.NextLeaf(leaf))
        {
            writer.WriteBinary(StructSpan.BytesOf(tree.KeysFrom(leaf)));
            writer.WriteBinary(StructSpan.BytesOf(tree.ItemsFrom(leaf)));
        }
    }

    private void LoadEntries(
        ref MessagePackReader reader, OrderStatisticTree<RankKey, RankOrder> tree, int version)
    {
        Span<RankKey> keys = stackalloc RankKey[LoadedTogether];
        Span<int> members = stackalloc int[LoadedTogether];
        int count = reader.ReadArrayHeader();
        if (version > FirstWireVersion) count = RankedWire.ReadCount(ref reader, 0, Capacity);
        RankedWire.Expect(count <= Capacity, "no more members than there may be");
        while (count > 0)
        {
            int together = version == FirstWireVersion
                ? ReadEach(ref reader, keys[..Math.Min(count, LoadedTogether)], members)
                : ReadLeaf(ref reader, keys[..Math.Min(count, LoadedTogether)], members);
            RankedWire.Expect(tree.TryAppend(keys[..together], members[..together]), "entries in order, each once");
            count -= together;
        }

        tree.Trim();
    }

    private static int ReadEach(ref MessagePackReader reader, scoped Span<RankKey> keys, scoped Span<int> members)
    {
        for (int i = 0; i < keys.Length; i++)
        {
            RankedWire.Expect(reader.ReadArrayHeader() == 3, "an entry");
            keys[i] = new RankKey(reader.ReadUInt64(), reader.ReadUInt32());
            members[i] = RankedWire.ReadCount(ref reader, 0, MemberTable.MaxCapacity - 1);
        }

        return keys.Length;
    }

    private static int ReadLeaf(ref MessagePackReader reader, scoped Span<RankKey> keys, scoped Span<int> members)
    {
        ReadOnlySpan<byte> bytes = reader.ReadBinary();
        (int count, int rest) = Math.DivRem(bytes.Length, RankKey.SizeBytes);
        RankedWire.Expect(rest == 0 && count > 0 && count <= keys.Length, "a leaf's keys");
        bytes.CopyTo(StructSpan.BytesOf(keys));
        bytes = reader.ReadBinary();
        RankedWire.Expect(bytes.Length == count * sizeof(int), "a leaf's members");
        bytes.CopyTo(StructSpan.BytesOf(members));
        foreach (int member in members[..count])
            RankedWire.Expect((uint)member < MemberTable.MaxCapacity, "a member's number");
        return count;
    }

    private static void HashEntries(ref StateHasher hash, OrderStatisticTree<RankKey, RankOrder> tree)
    {
        hash.Add((ulong)tree.Count);
        for (TreePlace leaf = tree.First; !leaf.IsEnd; leaf = tree.NextLeaf(leaf))
        {
            ReadOnlySpan<RankKey> keys = tree.KeysFrom(leaf);
            ReadOnlySpan<int> members = tree.ItemsFrom(leaf);
            for (int i = 0; i < keys.Length; i++)
            {
                hash.Add(keys[i].Score);
                hash.Add(((ulong)keys[i].Stamp << 32) | (uint)members[i]);
            }
        }
    }
}
