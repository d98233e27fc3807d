using System.Collections.Concurrent;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Leaderboards;
using Catalog.Shell.Auth;

namespace Catalog.Shell.Leaderboards;

/// <summary>
/// What players are called, remembered for those met lately. Who has an account and plays for the first time becomes a
/// player under the account's name. Thread-safe.
/// </summary>
public sealed class PlayerNames(LeaderboardClient boards, Accounts accounts)
{
    private const int MaxRemembered = 200_000;
    private readonly ConcurrentDictionary<ulong, PlayerProfile> _known = new();

    /// <summary>The caller as a player; made one when it is the first time.</summary>
    /// <returns>Null when the players do not answer.</returns>
    public async ValueTask<PlayerProfile?> OfCallerAsync(Caller caller)
    {
        if (await FindAsync(caller.UserId) is { } known) return known;
        string name = await accounts.NameOfAsync(caller.UserId) is { } account ? account.Name : "";
        return await MakeAsync(caller.UserId, name);
    }

    /// <summary>
    /// Players by id, those unknown asked for in one question; who has an account only is made a player.
    /// </summary>
    /// <returns>One for each, all zero for who is neither, or when the players do not answer.</returns>
    public async ValueTask<PlayerProfile[]> OfPlayersAsync(IReadOnlyList<ulong> playerIds)
    {
        await LearnAsync(playerIds);
        var players = new PlayerProfile[playerIds.Count];
        for (int i = 0; i < players.Length; i++)
        {
            if (!_known.TryGetValue(playerIds[i], out players[i]))
                players[i] = await FindAsync(playerIds[i]) ?? await OfAccountAsync(playerIds[i]) ?? default;
        }

        return players;
    }

    /// <summary>Names a player, or changes its name and region.</summary>
    public async ValueTask<Reply<PlayersReading>> SaveAsync(ulong playerId, string name, byte region)
    {
        Reply<PlayersReading> reply = await boards.AskPlayersAsync<SavePlayer, PlayersReading>(
            new SavePlayer(boards.NowMs, playerId, name, region));
        if (reply.HasValue) Remember(reply.Value.Players);
        return reply;
    }

    /// <summary>Finds a player; null when there is none, or the players do not answer.</summary>
    public async ValueTask<PlayerProfile?> FindAsync(ulong playerId)
    {
        if (_known.TryGetValue(playerId, out PlayerProfile known)) return known;
        await LearnAsync([playerId]);
        return _known.TryGetValue(playerId, out known) ? known : null;
    }

    /// <summary>Learns all that are not known yet, in one question.</summary>
    public async ValueTask LearnAsync(IEnumerable<ulong> playerIds)
    {
        ulong[] unknown = [.. playerIds.Where(id => !_known.ContainsKey(id))];
        if (unknown.Length == 0) return;
        Reply<PlayersReading> reply = await boards.AskPlayersAsync<ReadProfiles, PlayersReading>(
            new ReadProfiles(boards.NowMs, unknown));
        if (reply.HasValue) Remember(reply.Value.Players);
    }

    /// <summary>What a player is called, as far as known.</summary>
    public PlayerProfile Known(ulong playerId) =>
        _known.TryGetValue(playerId, out PlayerProfile known) ? known : new PlayerProfile(playerId, "", 0, 0);

    private async ValueTask<PlayerProfile?> OfAccountAsync(ulong userId) =>
        await accounts.NameOfAsync(userId) is { } account ? await MakeAsync(userId, account.Name) : null;

    private async ValueTask<PlayerProfile?> MakeAsync(ulong playerId, string name)
    {
        if (string.IsNullOrWhiteSpace(name)) name = "Player";
        if (name.Length > PlayersMachine.MaxNameLength) name = name[..PlayersMachine.MaxNameLength];
        return await SaveAsync(playerId, name, 0) is { HasValue: true, Value.Players: [var made] } ? made : null;
    }

    // Forgetting all now and then is simple, and costs a question a hundred rows.
    private void Remember(IReadOnlyList<PlayerProfile> players)
    {
        if (_known.Count > MaxRemembered) _known.Clear();
        foreach (PlayerProfile player in players) _known[player.PlayerId] = player;
    }
}
