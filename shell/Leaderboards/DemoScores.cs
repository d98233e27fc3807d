using System.Globalization;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Leaderboards;
using Catalog.Shell.Auth;
using Catalog.Shell.Auth.Commands;
using Catalog.Shell.Options;

namespace Catalog.Shell.Leaderboards;

/// <summary>
/// Something to look at on a first start: the three modes, players with a past of nine weeks (<see cref="DemoGames"/>),
/// a running tournament, a double-points weekend to come, and a few games that wait for review.
/// </summary>
/// <remarks>The same modes are filled in the same way but for the days.</remarks>
public sealed class DemoScores(LeaderboardClient boards, Accounts accounts, CatalogOptions options)
{
    private const int Players = 2_400;
    private const int HeldGames = 3;
    private const int LastGames = 60;
    private const int CupPlayers = 40;
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
        await ImportScoresAsync(cancel);
        await PlanAsync();
        foreach (GameMode mode in GameModes.All)
        {
            await PlayAsync(mode);
            await HoldAsync(mode);
        }
    }

    private async Task ImportPlayersAsync()
    {
        var players = new List<PlayerProfile>(PlayersMachine.MaxImport);
        if (await DemoPlayerAsync() is var demo and not 0)
            players.Add(new PlayerProfile(demo, DemoAccounts.All[0].Name, DemoGames.CustomerRegion, boards.NowMs));
        for (int i = 0; i < Players; i++)
        {
            string family = Last[i / First.Length % Last.Length];
            int generation = 1 + (i / (First.Length * Last.Length));
            string name = string.Create(
                CultureInfo.InvariantCulture, $"{First[i % First.Length]}{family}{generation}");
            players.Add(new PlayerProfile(FirstPlayer + (ulong)i, name, DemoGames.RegionOf(i), boards.NowMs));
            if (players.Count < PlayersMachine.MaxImport && i < Players - 1) continue;
            Checked(await boards.AskPlayersAsync<ImportPlayers, BoardResult>(
                new ImportPlayers(boards.NowMs, [.. players])));
            players.Clear();
        }
    }

    // A day of all modes after another, so that games come in the order they were played.
    private async Task ImportScoresAsync(CancellationToken cancel)
    {
        var games = new DemoGames(FirstPlayer, Players, boards.NowMs);
        ulong demo = await DemoPlayerAsync();
        for (int day = 0; day < DemoGames.Days; day++)
        {
            cancel.ThrowIfCancellationRequested();
            ILookup<GameMode, ImportedScore> played = games.PlayedOn(day, demo);
            await Task.WhenAll(GameModes.All.Select(mode => ImportAsync(mode, played[mode])));
        }
    }

    private async Task ImportAsync(GameMode mode, IEnumerable<ImportedScore> scores)
    {
        foreach (ImportedScore[] part in scores.OrderBy(static one => one.PlayedMs).Chunk(LeaderboardMachine.MaxImport))
        {
            Checked(await boards.AskAsync<ImportScores, BoardResult>(mode, new ImportScores(boards.NowMs, part)));
        }
    }

    /// <summary>Games that come in right now, most of them in the running tournament.</summary>
    private async Task PlayAsync(GameMode mode)
    {
        for (int i = 0; i < LastGames; i++)
        {
            int player = (i * 31) + (7 * (int)mode.Id);
            ulong id = FirstPlayer + (ulong)player;
            if (i < CupPlayers)
            {
                Checked(await boards.AskAsync<JoinContest, BoardResult>(
                    mode, new JoinContest(boards.NowMs, 1, id)));
            }

            int score = mode.Terms.MaxScorePerGame * (1 + (i * 7 % 23)) / 60;
            Reply<SubmitResult> reply = await boards.AskAsync<SubmitScore, SubmitResult>(mode, new SubmitScore(
                boards.NowMs, id, (ulong)(1_000 + i), (ulong)score, score, mode.Terms.AverageGameSeconds,
                DemoGames.RegionOf(player)));
            if (!reply.HasValue) throw new InvalidOperationException($"The demo's games were not taken in: {reply}.");
        }
    }

    /// <summary>Games that cannot be, so that there is something to review.</summary>
    private async Task HoldAsync(GameMode mode)
    {
        for (int i = 0; i < HeldGames; i++)
        {
            int score = mode.Terms.MaxScorePerGame + (1_000 * (i + 1));
            int player = (i * 97) + (int)mode.Id;
            Reply<SubmitResult> reply = await boards.AskAsync<SubmitScore, SubmitResult>(mode, new SubmitScore(
                boards.NowMs, FirstPlayer + (ulong)player, (ulong)(i + 1), (ulong)score, score,
                mode.Terms.AverageGameSeconds, DemoGames.RegionOf(player)));
            if (!reply.HasValue) throw new InvalidOperationException($"The demo's games were not taken in: {reply}.");
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

    private static BoardResult Checked(Reply<BoardResult> reply)
    {
        bool isDone = reply.HasValue && reply.Value.Code is BoardCode.Ok or BoardCode.AlreadyOpen;
        if (!isDone) throw new InvalidOperationException($"The demo's scores were not taken in: {reply}.");
        return reply.Value;
    }
}
