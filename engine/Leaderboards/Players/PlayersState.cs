using Catalog.Engine.Collections;
using Catalog.Engine.Leaderboards.Players;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>
/// Everybody who plays: names, regions, and who follows whom.
/// <code>
/// profiles  id → number → name, region, since when; names in order: flat, under 80 bytes a player with usual names
/// follows   id → whom, by id: objects, of those who follow somebody
/// </code>
/// Invariants: those of <see cref="ProfileTable"/>.
/// </summary>
/// <remarks>Finding is O(1) by id and O(log n) by name. Owned by its shard.</remarks>
public sealed class PlayersState
{
    private const ulong SnapshotVersion = 1;
    private const int LoadedTogether = 120;

    private readonly ProfileTable _profiles;
    private readonly SortedDictionary<ulong, SortedSet<ulong>> _follows = [];

    internal PlayersState(int maxPlayers) => _profiles = new ProfileTable(maxPlayers);

    /// <summary>How many players there are.</summary>
    public int Count => _profiles.Count;

    /// <summary>Bytes taken by profiles.</summary>
    public long AllocatedBytes => _profiles.AllocatedBytes;

    internal bool IsFull => _profiles.IsFull;

    /// <summary>Finds a player. O(1); allocates the name.</summary>
    public bool TryFind(ulong playerId, out PlayerProfile profile) => _profiles.TryFind(playerId, out profile);

    /// <summary>Whether there is such a player. O(1).</summary>
    public bool Contains(ulong playerId) => _profiles.Contains(playerId);

    /// <summary>Whether a name is somebody else's, whatever its case. O(log n).</summary>
    public bool IsTaken(string name, ulong playerId)
    {
        ulong owner = _profiles.FindByName(name);
        return owner != 0 && owner != playerId;
    }

    /// <summary>Players whose names begin so and lie behind another one, by name. O(log n + found).</summary>
    public PlayersReading Search(string prefix, string after, int limit)
    {
        if (prefix.Length > FoldedName.MaxChars) return new PlayersReading(BoardCode.Ok, [], false);
        var found = new List<PlayerProfile>();
        int order = string.CompareOrdinal(after.ToLowerInvariant(), prefix.ToLowerInvariant());
        bool isLater = after.Length > 0 && order >= 0;
        TreePlace place = isLater ? _profiles.PlaceOf(after, isBehind: true) : _profiles.PlaceOf(prefix, false);
        for (; !place.IsEnd && _profiles.BeginsAt(place, prefix); place = _profiles.Next(place))
        {
            if (found.Count >= limit) return new PlayersReading(BoardCode.Ok, found, true);
            found.Add(_profiles.At(place));
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
        if (!_profiles.TrySave(in profile))
            throw new InvalidOperationException("The fact says that there was room for a player, and there is none.");
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
        writer.WriteArrayHeader(_profiles.Count);
        for (TreePlace place = _profiles.First; !place.IsEnd; place = _profiles.Next(place))
            _profiles.At(place).Write(ref writer);
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
        var profiles = new PlayerProfile[LoadedTogether];
        for (int left = reader.ReadArrayHeader(); left > 0; left -= LoadedTogether)
        {
            Span<PlayerProfile> together = profiles.AsSpan(0, Math.Min(left, LoadedTogether));
            foreach (ref PlayerProfile profile in together) profile = PlayerProfile.Read(ref reader);
            if (!_profiles.TryLoad(together)) throw new MessagePackFormatException("Players are there twice.");
        }

        int follows = reader.ReadArrayHeader() / 2;
        for (int i = 0; i < follows; i++)
        {
            ulong id = reader.ReadUInt64();
            foreach (ulong other in WireList.ReadIds(ref reader)) Follow(id, other, true);
        }
    }

    internal void CheckInvariants() => _profiles.CheckInvariants();
}
