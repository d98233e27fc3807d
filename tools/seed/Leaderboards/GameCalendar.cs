using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Shards;
using Catalog.Engine.Leaderboards;
using ServerModes = Catalog.Shell.Leaderboards.GameModes;

namespace Catalog.Seed.Leaderboards;

/// <summary>
/// Opens the modes under the server's rules, and plans events: two that will be over, one running, one to come.
/// </summary>
internal sealed class GameCalendar(SystemHandle<LeaderboardState> modes, PlayWorld world)
{
    /// <summary>Opens the modes as of the first day.</summary>
    /// <param name="nowMs">The present.</param>
    /// <exception cref="InvalidOperationException">A mode or an event was refused.</exception>
    public async Task OpenAsync(long nowMs)
    {
        long todayMs = nowMs / PlayWorld.DayMs * PlayWorld.DayMs;
        foreach (Shell.Leaderboards.GameMode mode in ServerModes.All)
        {
            Check(await modes.ExecuteAsync<OpenMode, BoardResult>(mode.Id, new OpenMode(world.BeginMs, mode.Terms)));
            foreach (ContestTerms plan in Plan(todayMs))
            {
                var save = new SaveContest(world.BeginMs, plan);
                Check(await modes.ExecuteAsync<SaveContest, BoardResult>(mode.Id, save));
            }
        }
    }

    private static ContestTerms[] Plan(long todayMs) =>
    [
        Event(1, "Season opening", todayMs - (45 * PlayWorld.DayMs), 3),
        Event(2, "Long weekend", todayMs - (5 * PlayWorld.DayMs), 3) with { MultiplierPercent = 200 },
        Event(3, "Open cup", todayMs, 4) with { NeedsJoining = true, MaxPlayers = 5_000, MaxAttempts = 10 },
        Event(4, "Double points", todayMs + (5 * PlayWorld.DayMs), 2) with
        {
            MultiplierPercent = 200,
            MultipliesBoards = true,
        },
    ];

    private static ContestTerms Event(int id, string name, long startMs, int days) =>
        new() { Id = id, Name = name, StartMs = startMs, EndMs = startMs + (days * PlayWorld.DayMs) };

    private static void Check(Reply<BoardResult> reply)
    {
        if (!reply.HasValue || reply.Value.Code != BoardCode.Ok)
            throw new InvalidOperationException($"A mode or an event was refused: {reply}.");
    }
}
