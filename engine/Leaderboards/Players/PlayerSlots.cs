using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards.Players;

/// <summary>
/// Gives every player a small number, in the order they come, and keeps it; at most so many.
/// </summary>
/// <remarks>A hash probe each way; about 30 bytes a player. Not thread-safe.</remarks>
internal sealed class PlayerSlots(int capacity)
{
    private readonly Dictionary<ulong, int> _slots = [];
    private readonly List<ulong> _ids = [];

    /// <summary>How many there are.</summary>
    public int Count => _ids.Count;

    /// <summary>A player's id. O(1).</summary>
    public ulong IdOf(int slot) => _ids[slot];

    /// <summary>A player's number, or -1. O(1).</summary>
    public int Find(ulong playerId) => _slots.TryGetValue(playerId, out int slot) ? slot : -1;

    /// <summary>A player's number, a new one when there is none; -1 when there is no room. O(1), amortised.</summary>
    public int FindOrAdd(ulong playerId)
    {
        if (_slots.TryGetValue(playerId, out int slot)) return slot;
        if (_ids.Count == capacity) return -1;
        _slots.Add(playerId, _ids.Count);
        _ids.Add(playerId);
        return _ids.Count - 1;
    }

    /// <summary>Encodes all. O(n).</summary>
    public void Save(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(_ids.Count);
        foreach (ulong id in _ids) writer.Write(id);
    }

    /// <summary>Replaces all by what <see cref="Save"/> wrote. O(n).</summary>
    /// <exception cref="MessagePackFormatException">There are more than fit, or one is there twice.</exception>
    public void Load(ref MessagePackReader reader)
    {
        _slots.Clear();
        _ids.Clear();
        int count = reader.ReadArrayHeader();
        for (int i = 0; i < count; i++)
            if (FindOrAdd(reader.ReadUInt64()) != i) throw new MessagePackFormatException("Not slots of players.");
    }
}
