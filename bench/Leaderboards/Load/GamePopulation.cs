using System.Globalization;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Shards;
using Catalog.Engine.Leaderboards;
using Catalog.Shell.Leaderboards;

namespace Catalog.Bench.Leaderboards.Load;

/// <summary>
/// Players with a score in every game mode, put into a data folder before the server is started on it, through the
/// engine's own commands. Ids have as many digits each.
/// </summary>
internal static class GamePopulation
{
    /// <summary>How many there are: at 50,000 scores a second nobody plays a mode twice within a minute.</summary>
    public const int PlayerCount = 400_000;

    /// <summary>The first one's id.</summary>
    public const long FirstPlayer = 1_000_000_000_000;

    /// <summary>The lowest score; all have as many digits.</summary>
    public const int LeastScore = 1_000;

    /// <summary>The highest.</summary>
    public const int MostScore = 9_999;

    /// <summary>Fills a folder.</summary>
    public static async Task SeedAsync(string folder)
    {
        var options = new EngineOptions { Shards = Environment.ProcessorCount };
        await using var engine = new CatalogEngine(options, EngineStorage.OpenFolder(folder));
        SystemHandle<LeaderboardState> modes = engine.Add(new LeaderboardMachine());
        SystemHandle<PlayersState> players = engine.Add(new PlayersMachine());
        // The server's models read what happened from its beginning.
        engine.HoldJournal(static () => 0);
        await engine.StartAsync();
        IEnumerable<Task> boards = GameModes.All.Select(mode => SeedModeAsync(modes, mode.Id, mode.Terms));
        await Task.WhenAll([SeedPlayersAsync(players), .. boards]);
    }

    /// <summary>Opens a mode and gives everybody a score in it.</summary>
    public static async Task SeedModeAsync(SystemHandle<LeaderboardState> modes, ulong id, ModeTerms terms)
    {
        long nowMs = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        Checked(await modes.ExecuteAsync<OpenMode, BoardResult>(id, new OpenMode(nowMs, terms)));
        var random = new Random((int)id);
        for (int first = 0; first < PlayerCount; first += LeaderboardMachine.MaxImport)
        {
            var scores = new ImportedScore[LeaderboardMachine.MaxImport];
            for (int i = 0; i < scores.Length; i++)
            {
                scores[i] = new ImportedScore(
                    (ulong)(FirstPlayer + first + i), random.Next(LeastScore, MostScore), terms.AverageGameSeconds,
                    RegionOf(first + i), nowMs);
            }

            Checked(await modes.ExecuteAsync<ImportScores, BoardResult>(id, new ImportScores(nowMs, scores)));
        }
    }

    /// <summary>A player's region.</summary>
    public static byte RegionOf(int player) => (byte)(1 + (player % GameModes.Regions.Count));

    private static async Task SeedPlayersAsync(SystemHandle<PlayersState> players)
    {
        long nowMs = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        for (int first = 0; first < PlayerCount; first += PlayersMachine.MaxImport)
        {
            var profiles = new PlayerProfile[PlayersMachine.MaxImport];
            for (int i = 0; i < profiles.Length; i++)
            {
                string name = "Player" + (first + i).ToString(CultureInfo.InvariantCulture);
                profiles[i] = new PlayerProfile((ulong)(FirstPlayer + first + i), name, RegionOf(first + i), nowMs);
            }

            Checked(await players.ExecuteAsync<ImportPlayers, BoardResult>(
                PlayersMachine.Key, new ImportPlayers(nowMs, profiles)));
        }
    }

    private static void Checked(Reply<BoardResult> reply)
    {
        if (!reply.HasValue || reply.Value.Code != BoardCode.Ok)
            throw new InvalidOperationException($"The boards were not filled: {reply}.");
    }
}
