using System.Globalization;
using Catalog.Engine.Core.Shards;
using Catalog.Engine.Leaderboards;
using Catalog.Engine.Leaderboards.Economy;
using Catalog.Engine.Leaderboards.Engagement;
using Catalog.Engine.Leaderboards.Players;
using Catalog.Seed.Shared;
using Catalog.Shell.Auth;
using Catalog.Shell.Leaderboards.Play;

namespace Catalog.Seed.Leaderboards;

/// <summary>
/// Leaderboards: everybody of a <see cref="PlayWorld"/> and half a year of their games. Games are submitted as the
/// server would, in the order of their ends, so windows end, archives fill and leagues are decided on the way; no more
/// than a day of games is in memory at once.
/// </summary>
internal sealed class LeaderboardSeeder : ISystemSeeder
{
    /// <summary>Behind all accounts there will be.</summary>
    public const ulong FirstPlayer = 1UL << 40;

    // What the journal may grow to before states are saved and it is cut: some times what the states take.
    private const long LeastJournalBytes = 1L << 30;
    private const long JournalBytesPerPlayer = 1_000;
    private const int LeastPlayers = 100;

    /// <inheritdoc/>
    public string Name => "leaderboards";

    /// <inheritdoc/>
    public string Description =>
        "Leaderboards. Scale 1: 10,000,000 players, 500,000,000 games in 3 modes in the last 6 months.";

    /// <inheritdoc/>
    public double MaxScale => 1.6;

    /// <inheritdoc/>
    public bool KeepsRaw => true;

    /// <inheritdoc/>
    public IReadOnlyList<string> Consumers { get; } = [CheatAnalyzer.ConsumerName];

    /// <inheritdoc/>
    public void AddModels(SeedEngine engine)
    {
        engine.Add(new ScoreFigures());
        engine.Add(new BoardsInsight());
        engine.Add(new ReviewFigures());
        var play = new PlayOptions();
        engine.Add(new PlayBook(new PlayBookOptions
        {
            Modes = GameModes.All.Count,
            MaxPlayers = play.MaxPlayers,
            MaxGames = play.MaxGames,
        }));
        engine.Add(new EngagementBook());
        engine.Add(new SpendingBook());
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<(string What, long Count)>> SeedAsync(SeedRequest request, ISeedProgress progress)
    {
        int players = request.CountOf(PlayWorld.PlayersAtScaleOne, LeastPlayers);
        long todayMs = ((request.NowMs / PlayWorld.DayMs) + 1) * PlayWorld.DayMs;
        var world = new PlayWorld(players, request.Seed, todayMs);
        long beginMs = world.BeginMs - PlayWorld.DayMs;
        await using var engine = new SeedEngine(
            request.DataPath, beginMs, Math.Max(LeastJournalBytes, players * JournalBytesPerPlayer));
        SystemHandle<AccountsState> accounts = engine.Engine.Add(new AccountMachine());
        SystemHandle<LeaderboardState> modes = engine.Engine.Add(new LeaderboardMachine());
        SystemHandle<PlayersState> profiles = engine.Engine.Add(new PlayersMachine());
        foreach (ISystemSeeder system in Systems.All) system.AddModels(engine);
        await engine.StartAsync();
        var people = new DemoPeople(accounts);
        if (await people.AnyAsync(beginMs)) throw SeedRefusedException.NotEmpty(request.DataPath);

        engine.MarkUnfinished();
        progress.Begin("Accounts", 1);
        await people.RegisterAsync([], beginMs, progress);
        progress.Begin("Players", players);
        var roster = new PlayerRoster(world);
        await roster.ImportAsync(profiles, beginMs, progress);
        await new GameCalendar(modes, world).OpenAsync(request.NowMs);
        var shelf = new RawShelf(request.DataPath, request.RawCount);
        var played = new GamePlayer(modes, roster, shelf);
        progress.Begin("Games", (long)PlayWorld.Days * GamePlayer.StepsADay);
        await played.PlayAsync(world, request.NowMs, progress);
        progress.Begin("Saving", 1);
        await engine.FinishAsync(Systems.All.SelectMany(static system => system.Consumers));
        if (request.TruthPath is not null) await WriteTruthAsync(request.TruthPath, world, roster);
        return
        [
            ("players", players),
            ("of these with games", roster.PlayedCount),
            ("games that count", played.CountedCount),
            ("games held for review", played.HeldCount),
            ("latest games kept one by one", shelf.Count),
            ("bytes these take", shelf.SizeBytes),
        ];
    }

    private static async Task WriteTruthAsync(string path, PlayWorld world, PlayerRoster roster)
    {
        await using var file = new StreamWriter(path);
        await file.WriteLineAsync("player,cheat,from_day,share,strength");
        for (int player = 0; player < world.Players; player++)
        {
            PlayerProfile profile = world.ProfileOf(player);
            if (profile.Cheat == CheatKind.None) continue;
            await file.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{roster.IdOf(player)},{profile.Cheat},{DayOf(world, profile.CheatFrom):yyyy-MM-dd},"
                + $"{profile.CheatShare:0.000},{profile.CheatStrength:0.000}"));
        }
    }

    private static DateTime DayOf(PlayWorld world, int day) =>
        DateTimeOffset.FromUnixTimeMilliseconds(world.BeginMs + (day * PlayWorld.DayMs)).UtcDateTime;
}
