using System.Globalization;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>
/// Everybody who plays, in one partition: names that nobody else has, home regions, and who follows whom.
/// </summary>
/// <remarks>Stateless: safe to share between shards.</remarks>
public sealed class PlayersMachine :
    IMachine<PlayersState>,
    IDecider<PlayersState, SavePlayer, PlayersReading>,
    IDecider<PlayersState, ImportPlayers, BoardResult>,
    IDecider<PlayersState, FollowPlayer, BoardResult>,
    IDecider<PlayersState, ReadProfiles, PlayersReading>,
    IDecider<PlayersState, SearchPlayers, PlayersReading>,
    IDecider<PlayersState, ReadFriends, FriendsReading>,
    IApplier<PlayersState, PlayerSaved>,
    IApplier<PlayersState, PlayerFollowed>
{
    /// <summary>The system's wire id.</summary>
    public const byte Id = 21;

    /// <summary>The one partition.</summary>
    public const ulong Key = 1;

    /// <summary>The longest name, in characters.</summary>
    public const int MaxNameLength = 40;

    /// <summary>The most a player follows.</summary>
    public const int MaxFollows = 500;

    /// <summary>The most players of one import.</summary>
    public const int MaxImport = 1_000;

    private readonly int _maxPlayers;

    /// <summary>Makes the machine.</summary>
    /// <param name="maxPlayers">The most players; must not shrink between starts.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive.</exception>
    public PlayersMachine(int maxPlayers = 1 << 24)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxPlayers);
        _maxPlayers = maxPlayers;
    }

    /// <inheritdoc/>
    public byte SystemId => Id;

    /// <inheritdoc/>
    public string Name => "players";

    /// <inheritdoc/>
    public PlayersState Create(ulong key) => new(_maxPlayers);

    /// <inheritdoc/>
    public void Replay(PlayersState state, in EventHeader header, ref MessagePackReader payload)
    {
        switch (header.Type)
        {
            case 1: Apply(state, PlayerSaved.Read(ref payload, header.Version), header.TimeMs); break;
            case 2: Apply(state, PlayerFollowed.Read(ref payload, header.Version), header.TimeMs); break;
            default: throw new MessagePackFormatException($"Players have no fact of type {header.Type}.");
        }
    }

    /// <inheritdoc/>
    public void Save(PlayersState state, ref MessagePackWriter writer) => state.Write(ref writer);

    /// <inheritdoc/>
    public PlayersState Load(ulong key, ref MessagePackReader reader)
    {
        var state = new PlayersState(_maxPlayers);
        state.Read(ref reader);
        return state;
    }

    /// <inheritdoc/>
    public long NextDueMs(PlayersState state) => long.MaxValue;

    /// <inheritdoc/>
    public void OnDue(PlayersState state, Decision decision)
    {
    }

    /// <inheritdoc/>
    public PlayersReading Decide(PlayersState state, in SavePlayer command, Decision decision)
    {
        if (command.PlayerId == 0 || !IsName(command.Name))
            return new PlayersReading(BoardCode.InvalidTerms, [], false);
        string name = command.Name;
        if (state.IsTaken(name, command.PlayerId))
            name = string.Create(CultureInfo.InvariantCulture, $"{name}#{command.PlayerId}");
        bool isKnown = state.TryFind(command.PlayerId, out PlayerProfile known);
        if (!isKnown && state.IsFull) return new PlayersReading(BoardCode.Full, [], false);
        var profile = new PlayerProfile(
            command.PlayerId, name, command.Region, isKnown ? known.CreatedMs : decision.TimeMs);
        if (!isKnown || profile != known) decision.Emit(this, state, new PlayerSaved(profile));
        return new PlayersReading(BoardCode.Ok, [profile], false);
    }

    /// <inheritdoc/>
    public BoardResult Decide(PlayersState state, in ImportPlayers command, Decision decision)
    {
        if (command.Players.Count > MaxImport || state.Count > _maxPlayers - command.Players.Count)
            return new BoardResult(BoardCode.Full);
        long added = 0;
        foreach (PlayerProfile profile in command.Players)
        {
            bool isNew = profile.PlayerId != 0 && IsName(profile.Name) && !state.Contains(profile.PlayerId)
                && !state.IsTaken(profile.Name, profile.PlayerId);
            if (!isNew) continue;
            decision.Emit(this, state, new PlayerSaved(profile));
            added++;
        }

        return new BoardResult(BoardCode.Ok, added);
    }

    /// <inheritdoc/>
    public BoardResult Decide(PlayersState state, in FollowPlayer command, Decision decision)
    {
        bool isKnown = state.Contains(command.PlayerId) && state.Contains(command.OtherId);
        if (!isKnown || command.PlayerId == command.OtherId) return new BoardResult(BoardCode.UnknownPlayer);
        bool isFollowed = state.FollowedBy(command.PlayerId).Contains(command.OtherId);
        if (isFollowed == command.IsFollowed) return new BoardResult(BoardCode.Ok);
        if (command.IsFollowed && state.FollowCount(command.PlayerId) >= MaxFollows)
            return new BoardResult(BoardCode.Full);
        decision.Emit(this, state, new PlayerFollowed(command.PlayerId, command.OtherId, command.IsFollowed));
        return new BoardResult(BoardCode.Ok);
    }

    /// <inheritdoc/>
    public PlayersReading Decide(PlayersState state, in ReadProfiles command, Decision decision)
    {
        var found = new List<PlayerProfile>(command.PlayerIds.Count);
        foreach (ulong id in command.PlayerIds)
            if (state.TryFind(id, out PlayerProfile profile)) found.Add(profile);
        return new PlayersReading(BoardCode.Ok, found, false);
    }

    /// <inheritdoc/>
    public PlayersReading Decide(PlayersState state, in SearchPlayers command, Decision decision) =>
        state.Search(command.Prefix, command.After, command.Limit);

    /// <inheritdoc/>
    public FriendsReading Decide(PlayersState state, in ReadFriends command, Decision decision) =>
        new(BoardCode.Ok, state.FollowedBy(command.PlayerId));

    /// <inheritdoc/>
    public void Apply(PlayersState state, in PlayerSaved fact, long timeMs) => state.Save(fact.Profile);

    /// <inheritdoc/>
    public void Apply(PlayersState state, in PlayerFollowed fact, long timeMs) =>
        state.Follow(fact.PlayerId, fact.OtherId, fact.IsFollowed);

    private static bool IsName(string name) => !string.IsNullOrWhiteSpace(name) && name.Length <= MaxNameLength;
}
