using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>Players who are off the boards, and how. They are few. Owned by the mode's shard.</summary>
internal sealed class BanList
{
    private readonly SortedDictionary<int, BanRecord> _bans = [];

    /// <summary>How many there are.</summary>
    public int Count => _bans.Count;

    /// <summary>When the first temporary ban ends; <see cref="long.MaxValue"/> for never. O(n).</summary>
    public long FirstEndMs
    {
        get
        {
            long first = long.MaxValue;
            foreach (BanRecord ban in _bans.Values)
                if (ban.Kind == BanKind.Temporary) first = Math.Min(first, ban.UntilMs);
            return first;
        }
    }

    /// <summary>Whether the player is off the boards, and how. O(log n).</summary>
    public bool TryFind(int slot, out BanRecord ban) => _bans.TryGetValue(slot, out ban);

    /// <summary>A player whose temporary ban is over, or -1. O(n).</summary>
    public int FindOver(long nowMs)
    {
        foreach ((int slot, BanRecord ban) in _bans)
            if (ban.Kind == BanKind.Temporary && ban.UntilMs <= nowMs) return slot;
        return -1;
    }

    /// <summary>Takes a player off, or changes how. O(log n).</summary>
    public void Set(int slot, in BanRecord ban) => _bans[slot] = ban;

    /// <summary>Lets a player back. O(log n).</summary>
    public void Remove(int slot) => _bans.Remove(slot);

    /// <summary>Encodes: a player and the ban, by turns. O(n).</summary>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(_bans.Count * 2);
        foreach ((int slot, BanRecord ban) in _bans)
        {
            writer.Write(slot);
            ban.Write(ref writer);
        }
    }

    /// <summary>Decodes what <see cref="Write"/> wrote. O(n).</summary>
    public void Read(ref MessagePackReader reader)
    {
        int count = reader.ReadArrayHeader() / 2;
        for (int i = 0; i < count; i++) Set(reader.ReadInt32(), BanRecord.Read(ref reader));
    }
}
