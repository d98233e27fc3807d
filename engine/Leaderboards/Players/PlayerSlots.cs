using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards.Players;

/// <summary>
/// Gives every player a small number, in the order they come, and keeps it; at most so many.
/// </summary>
/// <remarks>A hash probe; 13 to 16 bytes a player. Not thread-safe.</remarks>
internal sealed class PlayerSlots(int capacity)
{
    private readonly MemberTable _table = new(Math.Min(capacity, MemberTable.MaxCapacity));

    /// <summary>How many there are.</summary>
    public int Count => _table.Count;

    /// <summary>A player's id. O(1).</summary>
    public ulong IdOf(int slot) => _table.IdOf(slot);

    /// <summary>A player's number, or -1. O(1).</summary>
    public int Find(ulong playerId) => _table.Find(playerId);

    /// <summary>Players' numbers, or -1, as <see cref="Find"/> for each; their waits for memory overlap.</summary>
    public void FindGroup(ReadOnlySpan<ulong> playerIds, Span<int> slots) =>
        _table.FindGroup(playerIds, slots, ranking: null);

    /// <summary>A player's number, a new one when there is none; -1 when there is no room. O(1), amortised.</summary>
    public int FindOrAdd(ulong playerId) => _table.FindOrAdd(playerId, out _);

    /// <summary>Replaces all by an array of ids, each by its number. O(n).</summary>
    /// <exception cref="MessagePackFormatException">There are more than fit, or one is there twice.</exception>
    public void Load(ref MessagePackReader reader)
    {
        _table.Clear();
        int count = reader.ReadArrayHeader();
        for (int i = 0; i < count; i++)
            if (FindOrAdd(reader.ReadUInt64()) != i) throw new MessagePackFormatException("Not slots of players.");
    }
}
