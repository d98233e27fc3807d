using Catalog.Engine.Leaderboards;
using Catalog.Shell.Auth;
using Catalog.Shell.Http;
using Catalog.Shell.Leaderboards.Contracts;
using Catalog.Shell.Leaderboards.Insight.Contracts;

namespace Catalog.Shell.Leaderboards.Insight;

/// <summary>What the dashboard asks beside rollups. For administrators. Thread-safe.</summary>
internal sealed class GameInsightEndpoints(
    GameHealth health, SeasonOutlook seasons, PulseReader pulse, BoardAnswers answers, LeaderboardClient boards,
    Bearer bearer)
{
    private const string Tag = "Leaderboards administration";
    private const int DefaultDays = 30;
    private static readonly DateOnly Epoch = DateOnly.FromDateTime(DateTime.UnixEpoch);

    /// <summary>Maps the endpoints.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/api/admin/insight");
        group.MapGet("/health/{mode}", bearer.RequireAdmin(HealthAsync))
            .Describe(Tag, "Competition day by day, dominance, newcomers, inflation, what resets changed")
            .Query("from", "The first day; 30 days before 'to' otherwise")
            .Query("to", "The day behind the last one; tomorrow otherwise")
            .NeedsToken(AccountRole.Admin).Gives<BoardHealthAnswer>().Fails(400, 401, 403, 404);
        group.MapGet("/top/{mode}", bearer.RequireAdmin(TopAsync))
            .Describe(Tag, "The first hundred at the end of a day; of today as they stand")
            .Query("day", "The day; today otherwise. Of a day without a board the last one before it")
            .NeedsToken(AccountRole.Admin).Gives<TopDayAnswer>().Fails(400, 401, 403, 404);
        group.MapGet("/season/{mode}", bearer.RequireAdmin(SeasonAsync))
            .Describe(Tag, "Who will end the season among the first ten, with probabilities")
            .NeedsToken(AccountRole.Admin).Gives<SeasonAnswer>().Fails(401, 403, 404, 503);
        group.MapGet("/live", bearer.RequireAdmin(LiveAsync))
            .Describe(Tag, "What happens right now; the topic 'game-pulse' tells it twice a second")
            .NeedsToken(AccountRole.Admin).Gives<GamePulseAnswer>().Fails(401, 403);
    }

    private async Task HealthAsync(HttpContext context, Caller caller)
    {
        if (await FindAsync(context) is not { } mode) return;
        var query = new QueryReader(context);
        int tomorrow = BoardCalendar.WindowOf(WindowKind.Daily, boards.NowMs) + 1;
        int to = query.Day("to") is { } last ? last.DayNumber - Epoch.DayNumber : tomorrow;
        int from = query.Day("from") is { } first ? first.DayNumber - Epoch.DayNumber : to - DefaultDays;
        query.Check(from < to, "from", "Must be before 'to'.");
        if (await query.RefusedAsync()) return;
        BoardHealthAnswer answer = await health.DescribeAsync(mode, from, to);
        await JsonResponse.WriteAsync(
            context, StatusCodes.Status200OK, answer, GameInsightJson.Default.BoardHealthAnswer);
    }

    private async Task TopAsync(HttpContext context, Caller caller)
    {
        if (await FindAsync(context) is not { } mode) return;
        var query = new QueryReader(context);
        int wanted = query.Day("day") is { } day ? day.DayNumber - Epoch.DayNumber : int.MaxValue;
        if (await query.RefusedAsync()) return;
        IReadOnlyList<BoardDay> days = health.DaysOf(mode);
        if (days.LastOrDefault(each => each.Day <= wanted) is not { } found)
        {
            await Problems.WriteAsync(context, ProblemCodes.NotFound, "There was no board by then.");
            return;
        }

        BoardRowAnswer[] rows = await answers.RowsAsync(found.Top);
        var answer = new TopDayAnswer(
            mode.Slug, Epoch.AddDays(found.Day), Epoch.AddDays(days[0].Day), found.Players, rows);
        await JsonResponse.WriteAsync(context, StatusCodes.Status200OK, answer, GameInsightJson.Default.TopDayAnswer);
    }

    private async Task SeasonAsync(HttpContext context, Caller caller)
    {
        if (await FindAsync(context) is not { } mode) return;
        if (await seasons.ReadAsync(mode) is not { } answer) await Problems.WriteAsync(context, ProblemCodes.Busy);
        else
        {
            await JsonResponse.WriteAsync(
                context, StatusCodes.Status200OK, answer, GameInsightJson.Default.SeasonAnswer);
        }
    }

    private async Task LiveAsync(HttpContext context, Caller caller) => await JsonResponse.WriteAsync(
        context, StatusCodes.Status200OK, await pulse.ReadAsync(withSeconds: true),
        GameInsightJson.Default.GamePulseAnswer);

    private static async ValueTask<GameMode?> FindAsync(HttpContext context)
    {
        if (GameModes.TryFind(context.Request.RouteValues["mode"] as string, out GameMode? mode)) return mode;
        await Problems.WriteAsync(context, ProblemCodes.NotFound, "There is no such game mode.");
        return null;
    }
}
