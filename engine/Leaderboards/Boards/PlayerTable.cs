using Catalog.Engine.Core.Memory;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>
/// The players of a mode: every id has a slot for good, in the order they came, and a record in a slab of pages.
/// Finding one is a hash probe, a record two reads; nothing is allocated but a page for every 4,096 players. Owned by
/// the mode's shard.
/// </summary>
internal sealed class PlayerTable
{
    private const int PageBits = 12;
    private const int PageSize = 1 << PageBits;
    private const int FieldCount = 9;

    private MemberTable _members;
    private PlayerRecord[][] _pages = [];

    /// <summary>An empty table. O(1).</summary>
    public PlayerTable(int capacity) => _members = new MemberTable(capacity);

    /// <summary>How many there are.</summary>
    public int Count => _members.Count;

    /// <summary>A player's record. O(1).</summary>
    public ref PlayerRecord this[int slot] => ref _pages[slot >> PageBits][slot & (PageSize - 1)];

    /// <summary>A player's id. O(1).</summary>
    public ulong IdOf(int slot) => _members.IdOf(slot);

    /// <summary>A player's slot, or -1. O(1).</summary>
    public int Find(ulong playerId) => _members.Find(playerId);

    /// <summary>Slots of up to a group of players, -1 for none, found together. O(ids).</summary>
    public void FindGroup(ReadOnlySpan<ulong> playerIds, Span<int> slots) =>
        _members.FindGroup(playerIds, slots, ranking: null);

    /// <summary>Has a player's record fetched. O(1).</summary>
    public void FetchRecord(int slot) => CacheLine.Prefetch(ref this[slot]);

    /// <summary>A player's slot, a new one when there is none. O(1) amortised.</summary>
    public int FindOrAdd(ulong playerId)
    {
        int slot = Find(playerId);
        return slot >= 0 ? slot : AddSlow(playerId);
    }

    /// <summary>Encodes all, by slot. O(n).</summary>
    public void Write(ref MessagePackWriter writer)
    {
        _members.Save(ref writer);
        writer.WriteArrayHeader(Count);
        for (int slot = 0; slot < Count; slot++)
        {
            ref PlayerRecord record = ref this[slot];
            writer.WriteArrayHeader(FieldCount);
            writer.Write(record.TotalScore);
            writer.Write(record.LastSubmitMs);
            writer.Write(record.BestScore);
            writer.Write(record.GamesPlayed);
            writer.Write(record.DurationSeconds);
            writer.Write(record.LastSample);
            writer.Write(record.LastDay);
            writer.Write((record.Region << 8) | record.Tier);
            writer.Write(record.IsHidden);
        }
    }

    /// <summary>Decodes what <see cref="Write"/> wrote into an empty table. O(n).</summary>
    public void Read(ref MessagePackReader reader)
    {
        _members = MemberTable.Load(ref reader);
        int count = reader.ReadArrayHeader();
        for (int slot = 0; slot < count; slot++)
        {
            int further = WireFields.Begin(ref reader, FieldCount);
            MakeRoom(slot);
            ref PlayerRecord record = ref this[slot];
            record.TotalScore = reader.ReadInt64();
            record.LastSubmitMs = reader.ReadInt64();
            record.BestScore = reader.ReadInt32();
            record.GamesPlayed = reader.ReadInt32();
            record.DurationSeconds = reader.ReadUInt32();
            record.LastSample = reader.ReadInt32();
            record.LastDay = reader.ReadInt32();
            int both = reader.ReadInt32();
            (record.Region, record.Tier) = ((byte)(both >> 8), (byte)both);
            record.IsHidden = reader.ReadBoolean();
            WireFields.End(ref reader, further);
        }
    }

    private int AddSlow(ulong playerId)
    {
        int slot = _members.FindOrAdd(playerId, out _);
        MakeRoom(slot);
        this[slot] = PlayerRecord.New;
        return slot;
    }

    private void MakeRoom(int slot)
    {
        int page = slot >> PageBits;
        if (page >= _pages.Length) Array.Resize(ref _pages, Math.Max(4, _pages.Length * 2));
        _pages[page] ??= new PlayerRecord[PageSize];
    }
}
