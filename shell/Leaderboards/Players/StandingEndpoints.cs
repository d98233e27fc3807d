using Catalog.Engine.Core.Machines;
using Catalog.Engine.Leaderboards;
using Catalog.Shell.Http;
using Catalog.Shell.Leaderboards.Contracts;

namespace Catalog.Shell.Leaderboards.Players;

/// <summary>How a player stands and stood. For everybody. Thread-safe.</summary>
public sealed class StandingEndpoints(LeaderboardClient boards, PlayerNames names, BoardAnswers answers)
{
    private const string Tag = "Players";
    private const int DefaultDays = 30;
    private const int MaxDays = 365;

    /// <summary>Maps the endpoints.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/players/{id}/rank/{mode}", RankAsync)
            .Describe(Tag, "A player's places on all boards of a game mode")
            .Gives<PlayerRankAnswer>().Fails(404, 503);
        routes.MapGet("/api/players/{id}/stats", StatsAsync)
            .Describe(Tag, "A player's totals").Gives<PlayerStatsAnswer>().Fails(404, 503);
        routes.MapGet("/api/players/{id}/history/{mode}", HistoryAsync)
            .Describe(Tag, "A player's place at the end of each of the last days")
            .Query("days", "How many days, 1 to 365").Gives<RankHistoryAnswer>().Fails(400, 404, 503);
    }

    private async Task RankAsync(HttpContext context)
    {
        if (await FindAsync(context) is not { } player || FindMode(context) is not { } mode)
        {
            await Problems.WriteAsync(context, ProblemCodes.NotFound);
            return;
        }

        Reply<PlayerReading> reply = await boards.PlayerAsync(mode, player.PlayerId);
        if (!reply.HasValue) await Problems.WriteAsync(context, reply.Status);
        else if (reply.Value.Code != BoardCode.Ok)
            await Problems.WriteAsync(context, ProblemCodes.NotFound, "The player has not played this mode.");
        else
        {
            await JsonResponse.WriteAsync(
                context, StatusCodes.Status200OK, await answers.RankAsync(mode, player, reply.Value),
                LeaderboardsJson.Default.PlayerRankAnswer);
        }
    }

    private async Task StatsAsync(HttpContext context)
    {
        if (await FindAsync(context) is not { } player)
        {
            await Problems.WriteAsync(context, ProblemCodes.NotFound);
            return;
        }

        var modes = new List<ModeStatsAnswer>();
        foreach (GameMode mode in GameModes.All)
        {
            Reply<PlayerReading> reply = await boards.PlayerAsync(mode, player.PlayerId);
            if (!reply.HasValue)
            {
                await Problems.WriteAsync(context, reply.Status);
                return;
            }

            if (reply.Value.Code == BoardCode.Ok) modes.Add(BoardAnswers.Stats(mode, reply.Value));
        }

        int games = modes.Sum(static mode => mode.GamesPlayed);
        long total = modes.Sum(static mode => mode.TotalScore);
        var answer = new PlayerStatsAnswer(
            player.PlayerId, player.Name, GameModes.RegionName(player.Region), 1 + (int)Math.Sqrt(games), games,
            total, total / Math.Max(1, games), BoardAnswers.TimeOf(player.CreatedMs), modes);
        await JsonResponse.WriteAsync(
            context, StatusCodes.Status200OK, answer, LeaderboardsJson.Default.PlayerStatsAnswer);
    }

    private async Task HistoryAsync(HttpContext context)
    {
        if (await FindAsync(context) is not { } player || FindMode(context) is not { } mode)
        {
            await Problems.WriteAsync(context, ProblemCodes.NotFound);
            return;
        }

        var query = new QueryReader(context);
        int days = query.Number("days", 1, MaxDays) ?? DefaultDays;
        if (await query.RefusedAsync()) return;
        int today = BoardCalendar.WindowOf(WindowKind.Daily, boards.NowMs);
        Reply<HistoryReading> reply = await boards.AskAsync<ReadHistory, HistoryReading>(
            mode, new ReadHistory(boards.NowMs, player.PlayerId, today - days, days));
        if (!reply.HasValue)
        {
            await Problems.WriteAsync(context, reply.Status);
            return;
        }

        DayRankAnswer[] found = [.. reply.Value.Days.Select(Of)];
        await JsonResponse.WriteAsync(
            context, StatusCodes.Status200OK, new RankHistoryAnswer(mode.Slug, player.PlayerId, found),
            LeaderboardsJson.Default.RankHistoryAnswer);
    }

    private ValueTask<PlayerProfile?> FindAsync(HttpContext context) =>
        IdText.TryRead(context, "id", out ulong id) ? names.FindAsync(id) : default;

    private static GameMode? FindMode(HttpContext context) =>
        GameModes.TryFind(context.Request.RouteValues["mode"] as string, out GameMode? mode) ? mode : null;

    private static DayRankAnswer Of(PlayerDay day) => new(
        DateOnly.FromDateTime(DateTime.UnixEpoch.AddDays(day.Day)), BoardAnswers.RankOf(day.Rank), day.Score,
        day.IsExact);
}
