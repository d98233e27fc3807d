using System.Globalization;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Leaderboards;
using Catalog.Shell.Auth;
using Catalog.Shell.Auth.Commands;
using Catalog.Shell.Options;

namespace Catalog.Shell.Leaderboards;

/// <summary>
/// Something to look at on a first start: the three modes, players with a past of a week, a running tournament and a
/// double-points weekend to come. Scores fall as they do in games: most players casual, few very good.
/// </summary>
/// <remarks>The same modes are filled in the same way but for the days.</remarks>
public sealed class DemoScores(LeaderboardClient boards, Accounts accounts, CatalogOptions options)
{
    private const int Players = 2_400;
    private const int Days = 7;
    private const ulong FirstPlayer = 1UL << 40;

    private static readonly string[] First =
    [
        "Nova", "Frost", "Ember", "Quartz", "Vex", "Onyx", "Rune", "Drift", "Echo", "Blaze", "Cipher", "Wraith",
        "Zephyr", "Talon", "Lyra", "Moss", "Pixel", "Rogue", "Saber", "Tundra",
    ];

    private static readonly string[] Last =
    [
        "Fox", "Wolf", "Raven", "Hawk", "Lynx", "Otter", "Viper", "Bear", "Crane", "Mantis", "Heron", "Stag",
    ];

    /// <summary>Opens the modes, and fills them unless that is switched off or was done before.</summary>
    /// <exception cref="InvalidOperationException">The engine does not answer.</exception>
    public async Task ImportAsync(CancellationToken cancel)
    {
        bool isNew = false;
        foreach (GameMode mode in GameModes.All)
        {
            BoardResult opened = Checked(await boards.AskAsync<OpenMode, BoardResult>(
                mode, new OpenMode(boards.NowMs, mode.Terms)));
            isNew |= opened.Code == BoardCode.Ok;
        }

        if (!options.Demo || !isNew) return;
        await ImportPlayersAsync();
        foreach (GameMode mode in GameModes.All)
        {
            cancel.ThrowIfCancellationRequested();
            await ImportScoresAsync(mode);
        }

        await PlanAsync();
    }

    private async Task ImportPlayersAsync()
    {
        var players = new List<PlayerProfile>(PlayersMachine.MaxImport);
        for (int i = 0; i < Players; i++)
        {
            string family = Last[i / First.Length % Last.Length];
            int generation = 1 + (i / (First.Length * Last.Length));
            string name = string.Create(
                CultureInfo.InvariantCulture, $"{First[i % First.Length]}{family}{generation}");
            players.Add(new PlayerProfile(FirstPlayer + (ulong)i, name, RegionOf(i), boards.NowMs));
            if (players.Count < PlayersMachine.MaxImport && i < Players - 1) continue;
            Checked(await boards.AskPlayersAsync<ImportPlayers, BoardResult>(
                new ImportPlayers(boards.NowMs, [.. players])));
            players.Clear();
        }
    }

    private async Task ImportScoresAsync(GameMode mode)
    {
        var random = new Random((int)mode.Id);
        long nowMs = boards.NowMs;
        var scores = new List<ImportedScore>();
        ulong demo = await DemoPlayerAsync();
        for (int i = 0; i < Players; i++)
        {
            if (random.Next(3) == 0) continue;
            AddGames(scores, mode, (FirstPlayer + (ulong)i, RegionOf(i)), random, nowMs);
        }

        if (demo != 0) AddGames(scores, mode, (demo, 0), random, nowMs);
        foreach (ImportedScore[] part in scores.OrderBy(static one => one.PlayedMs).Chunk(LeaderboardMachine.MaxImport))
        {
            Checked(await boards.AskAsync<ImportScores, BoardResult>(mode, new ImportScores(boards.NowMs, part)));
        }
    }

    private static void AddGames(
        List<ImportedScore> scores, GameMode mode, (ulong Id, byte Region) player, Random random, long nowMs)
    {
        // Of a hundred players 60 are casual, 30 regular, 9 hardcore, 1 is a pro: how often and how well they play.
        int kind = random.Next(100);
        (int games, double skill) = kind switch
        {
            < 60 => (1 + random.Next(3), 0.05),
            < 90 => (4 + random.Next(5), 0.2),
            < 99 => (10 + random.Next(8), 0.45),
            _ => (20 + random.Next(10), 0.75),
        };
        for (int game = 0; game < games; game++)
        {
            double luck = (random.NextDouble() + random.NextDouble()) / 2;
            int score = (int)(mode.Terms.MaxScorePerGame * Math.Min(1, skill * (0.4 + (1.2 * luck))));
            int seconds = (int)(mode.Terms.AverageGameSeconds * (0.6 + (0.8 * random.NextDouble())));
            long playedMs = nowMs - 1 - (long)(Days * BoardCalendar.DayMs * random.NextDouble());
            scores.Add(new ImportedScore(player.Id, score, seconds, player.Region, playedMs));
        }
    }

    private async Task PlanAsync()
    {
        long nowMs = boards.NowMs;
        long todayMs = nowMs / BoardCalendar.DayMs * BoardCalendar.DayMs;
        ContestTerms[] plans =
        [
            new()
            {
                Id = 1,
                Name = "Open cup",
                StartMs = todayMs,
                EndMs = todayMs + (4 * BoardCalendar.DayMs),
                NeedsJoining = true,
                MaxPlayers = 5_000,
                MaxAttempts = 10,
            },
            new()
            {
                Id = 2,
                Name = "Double points",
                StartMs = todayMs + (5 * BoardCalendar.DayMs),
                EndMs = todayMs + (7 * BoardCalendar.DayMs),
                MultiplierPercent = 200,
                MultipliesBoards = true,
            },
        ];
        foreach (GameMode mode in GameModes.All)
        {
            foreach (ContestTerms plan in plans)
            {
                Checked(await boards.AskAsync<SaveContest, BoardResult>(
                    mode, new SaveContest(boards.NowMs, plan)));
            }
        }
    }

    private async Task<ulong> DemoPlayerAsync()
    {
        Reply<CredentialsAnswer> demo = await accounts.FindAsync(DemoAccounts.All[0].Email);
        return demo.HasValue ? demo.Value.Profile.UserId : 0;
    }

    private static byte RegionOf(int player) => (byte)(1 + (player % GameModes.Regions.Count));

    private static BoardResult Checked(Reply<BoardResult> reply)
    {
        bool isDone = reply.HasValue && reply.Value.Code is BoardCode.Ok or BoardCode.AlreadyOpen;
        if (!isDone) throw new InvalidOperationException($"The demo's scores were not taken in: {reply}.");
        return reply.Value;
    }
}
