using Catalog.Engine.Core.Machines;
using Catalog.Engine.Leaderboards;
using Catalog.Engine.Leaderboards.Projections;
using Catalog.Shell.Auth;
using Catalog.Shell.Http;
using Catalog.Shell.Leaderboards.Play.Contracts;

namespace Catalog.Shell.Leaderboards.Play;

/// <summary>
/// Where a player is going: when ranks are reached at the pace of the last four weeks. For the player and
/// administrators; to others it does not exist. Thread-safe.
/// </summary>
public sealed class ProjectionEndpoints(
    PlaySource play, LeaderboardClient boards, PlayerNames names, Bearer bearer)
{
    private const int MostMilestones = 4;
    private static readonly int[] Ahead = [7, 14, 30, 90];

    /// <summary>Maps <c>GET api/players/{id}/projections</c>.</summary>
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/players/{id}/projections", bearer.RequireUser(HandleAsync))
            .Describe("Skill", "When a player reaches which rank, if everybody goes on as they do").NeedsToken()
            .Query("game_mode", "The mode; without it the one the player plays most")
            .Gives<ProjectionListAnswer>().Fails(400, 401, 404, 503);

    private async Task HandleAsync(HttpContext context, Caller caller)
    {
        var query = new QueryReader(context);
        string? slug = query.Text("game_mode");
        GameMode? mode = null;
        query.Check(slug is null || GameModes.TryFind(slug, out mode), "game_mode", "There is no such game mode.");
        if (await query.RefusedAsync()) return;
        if (!InsightEndpoints.MayRead(context, caller, out ulong id) || await names.FindAsync(id) is null)
        {
            await Problems.WriteAsync(context, ProblemCodes.NotFound);
            return;
        }

        await play.WaitAsync(context.RequestAborted);
        mode ??= PlaySource.ModeOf(play.SkillOf(id)?.Mode ?? 0);
        Reply<PlayerReading> reply = await boards.PlayerAsync(mode, id);
        if (!reply.HasValue) await Problems.WriteAsync(context, reply.Status);
        else if (reply.Value.Code != BoardCode.Ok)
            await Problems.WriteAsync(context, ProblemCodes.NotFound, "The player has not played this mode.");
        else
        {
            ProjectionListAnswer answer = await ProjectAsync(mode, id, reply.Value);
            context.Response.Headers.CacheControl = "private, max-age=60";
            await JsonResponse.WriteAsync(
                context, StatusCodes.Status200OK, answer, PlayJson.Default.ProjectionListAnswer);
        }
    }

    private async Task<ProjectionListAnswer> ProjectAsync(GameMode mode, ulong id, PlayerReading reading)
    {
        PlayerStanding all = reading.Standings.FirstOrDefault(static each => each.Board == default);
        DailyTotals own = new(all.Score, PlayerPace.GainsOf(play, id, mode));
        (long Rank, DailyTotals Threshold)[] ladder = await LadderAsync(mode, all.Size);
        var milestones = new List<MilestoneAnswer>();
        // The next ones to come, then the best one that is held.
        for (int i = ladder.Length - 1; i >= 0 && milestones.Count < MostMilestones; i--)
            if (all.Rank == 0 || ladder[i].Rank < all.Rank) milestones.Add(Describe(own, ladder[i]));
        int held = all.Rank == 0 ? -1 : Array.FindIndex(ladder, each => each.Rank >= all.Rank);
        if (held >= 0) milestones.Add(Describe(own, ladder[held]));
        return new ProjectionListAnswer(
            id,
            mode.Slug,
            BoardAnswers.RankOf(all.Rank),
            all.Score,
            Pace.Of(own.Gains.Span) is { } pace ? Math.Round(pace.ADay) : null,
            own.Gains.Length,
            WordsOf(milestones),
            milestones,
            Forecast(own, ladder));
    }

    // What ranks take now is read from the board itself; what they took before, from the book.
    private async Task<(long Rank, DailyTotals Threshold)[]> LadderAsync(GameMode mode, long size)
    {
        var ladder = new List<(long, DailyTotals)>();
        for (int i = 0; i < TotalsTrend.Ranks.Length && TotalsTrend.Ranks[i] <= size; i++)
        {
            long rank = TotalsTrend.Ranks[i];
            Reply<BoardReading> reply = await boards.ReadAsync(
                mode, BoardWish.Top(WindowKind.AllTime, 1) with { FromRank = rank });
            if (!reply.HasValue || reply.Value.Copy.Rows is not [var row, ..]) break;
            ladder.Add((rank, play.Read((mode, i, row.Score), static (book, ask) =>
                book.TotalsOf(PlaySource.IndexOf(ask.mode)).Of(ask.i, ask.Score))));
        }

        return [.. ladder];
    }

    private static RankForecastAnswer[] Forecast(DailyTotals own, (long, DailyTotals)[] ladder)
    {
        var forecast = new List<RankForecastAnswer>();
        foreach (int days in Ahead)
            if (Projector.RankIn(own, ladder, days) is { } rank)
                forecast.Add(new RankForecastAnswer(days, Math.Max(1, (long)Math.Round(rank))));
        return [.. forecast];
    }

    private static MilestoneAnswer Describe(DailyTotals own, (long Rank, DailyTotals Threshold) step)
    {
        RankProjection found = Projector.Project(step.Rank, own, step.Threshold);
        return new MilestoneAnswer(
            step.Rank,
            (long)step.Threshold.Now,
            Pace.Of(step.Threshold.Gains.Span) is { } pace ? Math.Round(pace.ADay) : null,
            found.Outcome switch
            {
                ProjectionOutcome.Held => "held",
                ProjectionOutcome.Reached => "reached",
                ProjectionOutcome.NotAtThisPace => "not_at_this_pace",
                ProjectionOutcome.TooFar => "too_far",
                _ => "too_few_days",
            },
            Finite(found.Days),
            Finite(found.Earliest),
            Finite(found.Latest),
            found.Words);
    }

    // What is reached soonest says most; else the next one.
    private static string WordsOf(List<MilestoneAnswer> milestones) =>
        (milestones.LastOrDefault(static each => each.Outcome == "reached") ?? milestones.FirstOrDefault())?.Words
        ?? "Nobody else plays this mode yet.";

    private static double? Finite(double days) => double.IsFinite(days) ? Math.Round(days, 1) : null;
}
