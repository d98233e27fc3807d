using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>
/// Everybody who plays: names, regions, and who follows whom.
/// <code>
/// players  id → profile        names  lower-case name → id, in order        follows  id → whom, by id
/// </code>
/// Invariant: every player is in the names under the own name, and nobody else is there.
/// </summary>
/// <remarks>Finding is O(1) by id and O(log n) by name. Owned by its shard.</remarks>
public sealed class PlayersState
{
    private const ulong SnapshotVersion = 1;

    private readonly Dictionary<ulong, PlayerProfile> _players = [];
    private readonly SortedSet<(string Name, ulong Id)> _names = new(ByName.Instance);
    private readonly SortedDictionary<ulong, SortedSet<ulong>> _follows = [];

    /// <summary>How many players there are.</summary>
    public int Count => _players.Count;

    /// <summary>Finds a player. O(1).</summary>
    public bool TryFind(ulong playerId, out PlayerProfile profile) => _players.TryGetValue(playerId, out profile);

    /// <summary>Whether a name is somebody else's. O(log n).</summary>
    public bool IsTaken(string name, ulong playerId)
    {
        string key = KeyOf(name);
        foreach ((string taken, ulong id) in From(key))
            return taken == key && id != playerId;
        return false;
    }

    /// <summary>Players whose names begin so and lie behind another one, by name. O(log n + found).</summary>
    public PlayersReading Search(string prefix, string after, int limit)
    {
        string key = KeyOf(prefix);
        var found = new List<PlayerProfile>();
        foreach ((string name, ulong id) in From(string.CompareOrdinal(after, key) > 0 ? after : key))
        {
            if (!name.StartsWith(key, StringComparison.Ordinal)) break;
            if (string.CompareOrdinal(name, after) <= 0) continue;
            if (found.Count >= limit) return new PlayersReading(BoardCode.Ok, found, true);
            found.Add(_players[id]);
        }

        return new PlayersReading(BoardCode.Ok, found, false);
    }

    /// <summary>Whom a player follows, by id.</summary>
    public IReadOnlyList<ulong> FollowedBy(ulong playerId) =>
        _follows.TryGetValue(playerId, out SortedSet<ulong>? followed) ? [.. followed] : [];

    /// <summary>How many a player follows.</summary>
    public int FollowCount(ulong playerId) => _follows.TryGetValue(playerId, out SortedSet<ulong>? all) ? all.Count : 0;

    internal void Save(in PlayerProfile profile)
    {
        if (_players.TryGetValue(profile.PlayerId, out PlayerProfile old))
            _names.Remove((KeyOf(old.Name), old.PlayerId));
        _players[profile.PlayerId] = profile;
        _names.Add((KeyOf(profile.Name), profile.PlayerId));
    }

    internal void Follow(ulong playerId, ulong otherId, bool isFollowed)
    {
        if (!_follows.TryGetValue(playerId, out SortedSet<ulong>? followed)) _follows.Add(playerId, followed = []);
        if (isFollowed) followed.Add(otherId);
        else followed.Remove(otherId);
        if (followed.Count == 0) _follows.Remove(playerId);
    }

    internal void Write(ref MessagePackWriter writer)
    {
        writer.Write(SnapshotVersion);
        writer.WriteArrayHeader(_names.Count);
        foreach ((_, ulong id) in _names) _players[id].Write(ref writer);
        writer.WriteArrayHeader(_follows.Count * 2);
        foreach ((ulong id, SortedSet<ulong> followed) in _follows)
        {
            writer.Write(id);
            writer.WriteArrayHeader(followed.Count);
            foreach (ulong other in followed) writer.Write(other);
        }
    }

    internal void Read(ref MessagePackReader reader)
    {
        ulong version = reader.ReadUInt64();
        if (version != SnapshotVersion) throw new MessagePackFormatException($"Players snapshot version {version}.");
        int players = reader.ReadArrayHeader();
        for (int i = 0; i < players; i++) Save(PlayerProfile.Read(ref reader));
        int follows = reader.ReadArrayHeader() / 2;
        for (int i = 0; i < follows; i++)
        {
            ulong id = reader.ReadUInt64();
            foreach (ulong other in WireList.ReadIds(ref reader)) Follow(id, other, true);
        }
    }

    private static string KeyOf(string name) => name.ToLowerInvariant();

    private IEnumerable<(string Name, ulong Id)> From(string key) =>
        _names.Count == 0 || ByName.Instance.Compare(_names.Max, (key, 0)) < 0
            ? []
            : _names.GetViewBetween((key, 0), _names.Max);

    private sealed class ByName : IComparer<(string Name, ulong Id)>
    {
        public static readonly ByName Instance = new();

        public int Compare((string Name, ulong Id) x, (string Name, ulong Id) y)
        {
            int order = string.CompareOrdinal(x.Name, y.Name);
            return order != 0 ? order : x.Id.CompareTo(y.Id);
        }
    }
}
