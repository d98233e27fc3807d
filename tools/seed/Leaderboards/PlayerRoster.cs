using Catalog.Engine.Core.Shards;
using Catalog.Engine.Leaderboards;
using Catalog.Seed.Shared;

namespace Catalog.Seed.Leaderboards;

/// <summary>
/// Who the players of a world are to the server: ids and regions, and the names they are known by. The demo customer is
/// one of them.
/// </summary>
internal sealed class PlayerRoster
{
    // Who has played for so many days has something to look at.
    private const int LongDays = 120;
    private readonly PlayWorld _world;
    private readonly byte[] _regions;
    private readonly int _customer;

    public PlayerRoster(PlayWorld world)
    {
        _world = world;
        _regions = new byte[world.Players];
        _customer = FindCustomer(world);
    }

    /// <summary>How many have played.</summary>
    public int PlayedCount { get; private set; }

    /// <summary>A player's id. O(1).</summary>
    public ulong IdOf(int player) =>
        player == _customer ? DemoPeople.CustomerId : LeaderboardSeeder.FirstPlayer + (ulong)player;

    /// <summary>A player's region, who plays now. O(1).</summary>
    public byte RegionOf(int player)
    {
        byte region = _regions[player];
        if ((region & 0x80) != 0) return (byte)(region & 0x7F);
        PlayedCount++;
        _regions[player] |= 0x80;
        return region;
    }

    /// <summary>Makes everybody known to the server, also who has not played yet.</summary>
    /// <exception cref="InvalidOperationException">Somebody was not taken.</exception>
    public async Task ImportAsync(SystemHandle<PlayersState> handle, long timeMs, ISeedProgress progress)
    {
        var import = new CommandStream<PlayersState, ImportPlayers, BoardResult>(handle, static (answer, count) =>
            answer.Code == BoardCode.Ok && answer.Number == (long)count ? null : answer.ToString(), 8);
        for (int first = 0; first < _world.Players; first += PlayersMachine.MaxImport)
        {
            var batch = new Catalog.Engine.Leaderboards.PlayerProfile[
                Math.Min(PlayersMachine.MaxImport, _world.Players - first)];
            for (int i = 0; i < batch.Length; i++) batch[i] = Describe(first + i);
            await import.SendAsync(PlayersMachine.Key, new ImportPlayers(timeMs, batch), (ulong)batch.Length);
            progress.Report(first + batch.Length);
        }

        await import.DrainAsync();
    }

    private Catalog.Engine.Leaderboards.PlayerProfile Describe(int player)
    {
        PlayerProfile profile = _world.ProfileOf(player);
        _regions[player] = profile.Region;
        string name = player == _customer ? "DemoCustomer" : PlayerNaming.NameOf(_world.Seed, player);
        long joinedMs = _world.BeginMs + (profile.JoinDay * PlayWorld.DayMs);
        return new(IdOf(player), name, profile.Region, joinedMs);
    }

    // The first who plays regularly from early on until now; in small worlds, whoever plays longest of them looked at.
    private static int FindCustomer(PlayWorld world)
    {
        (int best, int bestDays) = (0, 0);
        for (int player = 0; player < world.Players && bestDays < LongDays; player++)
        {
            PlayerProfile profile = world.ProfileOf(player);
            int days = Math.Min(profile.LeaveDay, PlayWorld.Days) - Math.Max(profile.JoinDay, 0);
            if (profile.LeaveDay < PlayWorld.Days) days /= 2;
            if (profile.Segment is PlayerSegment.Casual or PlayerSegment.Pro) days /= 2;
            if (profile.Cheat == CheatKind.None && days > bestDays) (best, bestDays) = (player, days);
        }

        return best;
    }
}
