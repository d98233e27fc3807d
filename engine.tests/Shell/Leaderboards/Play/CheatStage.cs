using Catalog.Engine.Core.Machines;
using Catalog.Engine.Leaderboards;
using Catalog.Engine.Models;
using Catalog.Shell.Leaderboards;
using Catalog.Shell.Leaderboards.Play;

namespace Catalog.Engine.Tests.Shell.Leaderboards.Play;

/// <summary>Games in a server: of enough honest players to learn from, and of whom is to be found among them.</summary>
internal static class CheatStage
{
    private const int Honest = 520;
    private const int HonestGames = 28;
    private const int PauseMs = 780_000;

    /// <summary>The mode all of it is played in.</summary>
    public static GameMode Mode { get; } = GameModes.All[0];

    /// <summary>Everybody honest plays.</summary>
    public static Task PlayHonestlyAsync(ShellHost host) => ImportAsync(host, HonestGamesUntil(Now(host)));

    /// <summary>Whether a case was raised against a player.</summary>
    public static bool IsFlagged(ShellHost host, ulong player) => host.Service<PlaySource>()
        .Read(player, static (book, id) => book.FlagOf(id) is not null);

    /// <summary>Plays near the highest possible score, in a third of the time.</summary>
    public static Task CheatAsync(ShellHost host, ulong player) => ImportAsync(
        host,
        [
            .. Enumerable.Range(0, 48).Select(game => Game(
                player, game % 2 == 0 ? 0.98 : 0.99, 0.32, Now(host) - ((48 - game) * 200_000L))),
        ]);

    // An evening's eight at a time.
    private static List<ImportedScore> HonestGamesUntil(long nowMs)
    {
        var games = new List<ImportedScore>();
        long firstMs = nowMs - (10 * BoardCalendar.DayMs);
        for (int player = 0; player < Honest; player++)
        {
            var random = new SeededRandom((ulong)player);
            double skill = 0.15 + (0.05 * random.NextGauss()), tempo = 1 + (0.1 * random.NextGauss());
            for (int game = 0; game < HonestGames; game++)
            {
                long timeMs = firstMs + (game / 8 * BoardCalendar.DayMs) + (game % 8 * PauseMs) + random.Next(70_000);
                double share = Math.Clamp(skill * Math.Exp(0.3 * random.NextGauss()), 0.01, 0.6);
                double pace = Math.Clamp(tempo + (0.15 * random.NextGauss()), 0.6, 1.4);
                games.Add(Game((ulong)player + 1, share, pace, timeMs));
            }
        }

        return [.. games.OrderBy(static game => game.PlayedMs)];
    }

    private static ImportedScore Game(ulong player, double share, double pace, long timeMs) => new(
        player, (int)(share * Mode.Terms.MaxScorePerGame), (int)(pace * Mode.Terms.AverageGameSeconds), 1, timeMs);

    private static async Task ImportAsync(ShellHost host, List<ImportedScore> games)
    {
        LeaderboardClient boards = host.Service<LeaderboardClient>();
        foreach (ImportedScore[] part in games.Chunk(LeaderboardMachine.MaxImport))
        {
            Reply<BoardResult> reply = await boards.AskAsync<ImportScores, BoardResult>(
                Mode, new ImportScores(boards.NowMs, part));
            Assert.True(reply.HasValue && reply.Value.Code == BoardCode.Ok, $"{reply}");
        }

        await host.Service<PlaySource>().WaitAsync(CancellationToken.None);
    }

    private static long Now(ShellHost host) => host.Clock.GetUtcNow().ToUnixTimeMilliseconds();
}
