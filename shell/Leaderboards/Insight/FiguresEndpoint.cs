using Catalog.Engine.Core.Projections;
using Catalog.Engine.Leaderboards;
using Catalog.Shell.Auth;
using Catalog.Shell.Http;
using Catalog.Shell.Leaderboards.Contracts;

namespace Catalog.Shell.Leaderboards.Insight;

/// <summary>Averages, percentiles and submissions by the hour. For administrators. Thread-safe.</summary>
public sealed class FiguresEndpoint(ProjectionView<ScoreFigures> figures, TimeProvider clock, Bearer bearer)
{
    /// <summary>Maps <c>GET api/admin/figures/{mode}</c>.</summary>
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/admin/figures/{mode}", bearer.RequireAdmin(HandleAsync))
            .Describe("Leaderboards administration", "Averages, percentiles and submissions by the hour")
            .NeedsToken(AccountRole.Admin).Gives<ModeFiguresAnswer>().Fails(401, 403, 404);

    private Task HandleAsync(HttpContext context, Caller caller)
    {
        if (!GameModes.TryFind(context.Request.RouteValues["mode"] as string, out GameMode? mode))
            return Problems.WriteAsync(context, ProblemCodes.NotFound, "There is no such game mode.");
        int hour = (int)(clock.GetUtcNow().ToUnixTimeMilliseconds() / BoardCalendar.HourMs);
        ModeFiguresAnswer answer = figures.Read((mode, hour), static (all, ask) =>
            Describe(ask.mode, all.Find(ask.mode.Id), ask.hour));
        return JsonResponse.WriteAsync(
            context, StatusCodes.Status200OK, answer, LeaderboardsJson.Default.ModeFiguresAnswer);
    }

    private static ModeFiguresAnswer Describe(GameMode mode, ModeFigures? figures, int hour)
    {
        if (figures is null) return new ModeFiguresAnswer(mode.Slug, 0, 0, 0, 0, null, null, []);
        var hours = new HourFiguresAnswer[ScoreFigures.HourCount];
        for (int i = 0; i < hours.Length; i++)
        {
            HourFigures each = figures.Hour(hour - hours.Length + 1 + i);
            hours[i] = new HourFiguresAnswer(
                BoardAnswers.TimeOf(each.Hour * BoardCalendar.HourMs), each.Counted, each.Held);
        }

        long counted = Math.Max(1, figures.Counted);
        return new ModeFiguresAnswer(
            mode.Slug,
            figures.Counted,
            figures.Held,
            (double)figures.ScoreSum / counted,
            (double)figures.SecondsSum / counted,
            figures.Counted == 0 ? null : Percentiles(figures.ScoreAt),
            figures.Counted == 0 ? null : Percentiles(figures.SecondsAt),
            hours);
    }

    private static ScorePercentiles Percentiles(Func<double, double> at) =>
        new(at(0.10), at(0.50), at(0.75), at(0.90), at(0.95), at(0.99));
}
