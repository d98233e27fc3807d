using System.Globalization;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Leaderboards;
using Catalog.Engine.Leaderboards.Engagement;
using Catalog.Shell.Auth;
using Catalog.Shell.Events;
using Catalog.Shell.Http;
using Catalog.Shell.Insight.Contracts;
using Catalog.Shell.Leaderboards.Crowd.Contracts;
using Catalog.Shell.Leaderboards.Play;

namespace Catalog.Shell.Leaderboards.Crowd;

/// <summary>How players come and stay: for administrators. Thread-safe.</summary>
internal sealed class EngagementEndpoints(
    ProjectionView<EngagementBook> book,
    ReadYourWrites reads,
    PlaySource play,
    PlayerNames names,
    CrowdForecast forecast,
    Bearer bearer)
{
    private const string Tag = "Leaderboards insight";
    private const int MaxRows = 200;
    private const int UsualRows = 50;
    private const int MaxCohorts = 400;

    private static readonly (string Name, bool IsByWeek)[] Periods = [("week", true), ("day", false)];

    private static readonly (string Name, PlayerChoice Value)[] Choices =
    [
        ("active", PlayerChoice.Active), ("new", PlayerChoice.New), ("returning", PlayerChoice.Returning),
        ("lost", PlayerChoice.Lost),
    ];

    /// <summary>Maps everything below <c>api/admin/insight/players</c>.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/api/admin/insight/players");
        Describe(group.MapGet("", bearer.RequireAdmin(DescribeAsync)),
            "Players by day: active, new, in 7 and 30 days, games, sessions and how long they last")
            .Gives<EngagementAnswer>().Fails(400, 401, 403);
        Describe(group.MapGet("/retention", bearer.RequireAdmin(RetainAsync)),
            "Of those who first played on a day or in a week, how many played later")
            .Query("period", "'week', which is meant otherwise, or 'day'")
            .Gives<RetentionAnswer>().Fails(400, 401, 403);
        Describe(group.MapGet("/list", bearer.RequireAdmin(ListAsync)), "Who the players of some days are")
            .Query("choice", "'active', 'new', 'returning', or 'lost': new then and not seen since their first day")
            .Query("cursor", "Where to go on").Query("limit", "How many: 50 otherwise, 200 at most")
            .Gives<CrowdPlayerListAnswer>().Fails(400, 401, 403);
        group.MapGet("/forecast", bearer.RequireAdmin(ForecastAsync))
            .Describe(Tag, "How many will play on the days to come, with a band")
            .Query("days", "Days to come, 1 to 60; 28 otherwise")
            .NeedsToken(AccountRole.Admin).Gives<CrowdForecastAnswer>().Fails(400, 401, 403);
    }

    private static IEndpointConventionBuilder Describe(IEndpointConventionBuilder endpoint, string summary) =>
        endpoint.Describe(Tag, summary).NeedsToken(AccountRole.Admin)
            .Query("from", "From this day or time; 30 days otherwise").Query("to", "Until then; now otherwise");

    private async Task DescribeAsync(HttpContext context, Caller caller)
    {
        long nowMs = play.NowMs;
        var query = new QueryReader(context);
        CrowdDays days = CrowdDays.Read(query, nowMs);
        if (await query.RefusedAsync()) return;
        await reads.WaitAsync(book, context.RequestAborted);
        (int players, EngagementDay[] rows, long[] sessions) = book.Read(days, static (all, asked) => (
            all.PlayerCount, all.Days(asked.From, Math.Min(asked.To, asked.Today + 1)),
            all.Sessions(asked.From, asked.To)));
        var lengths = new SessionLengthAnswer[sessions.Length];
        for (int i = 0; i < lengths.Length; i++)
        {
            int? end = i + 1 < lengths.Length ? SessionLengths.From(i + 1) : null;
            lengths[i] = new SessionLengthAnswer(SessionLengths.From(i), end, sessions[i]);
        }

        var answer = new EngagementAnswer(players, [.. rows.Select(AnswerOf)], lengths)
        {
            Since = book.Origin.IsWhole ? null : BoardAnswers.TimeOf(book.Origin.TimeMs),
            AsOf = BoardAnswers.TimeOf(nowMs),
        };
        await JsonResponse.WriteAsync(context, StatusCodes.Status200OK, answer, CrowdJson.Default.EngagementAnswer);
    }

    private static EngagementDayAnswer AnswerOf(EngagementDay day) => new(
        CrowdDays.DayOf(day.Day), day.Active, day.New, day.Weekly, day.Monthly, day.Games, day.Seconds, day.Sessions,
        day.SessionSeconds);

    private async Task RetainAsync(HttpContext context, Caller caller)
    {
        long nowMs = play.NowMs;
        var query = new QueryReader(context);
        CrowdDays days = CrowdDays.Read(query, nowMs);
        bool isByWeek = query.Choice("period", Periods);
        query.Check(isByWeek || days.To - days.From <= MaxCohorts, "from", "Must be nearer to 'to': 400 days at most.");
        if (await query.RefusedAsync()) return;
        await reads.WaitAsync(book, context.RequestAborted);
        IReadOnlyList<EngagementCohort> cohorts = book.Read((days, isByWeek), static (all, asked) =>
            all.Cohorts(asked.days.From, asked.days.To, asked.days.Today, asked.isByWeek));
        var answer = new RetentionAnswer("players", isByWeek ? "week" : "day", [.. cohorts.Select(AnswerOf)])
        {
            Since = book.Origin.IsWhole ? null : BoardAnswers.TimeOf(book.Origin.TimeMs),
            Position = book.AppliedPosition,
            AsOf = BoardAnswers.TimeOf(nowMs),
        };
        await JsonResponse.WriteAsync(context, StatusCodes.Status200OK, answer, CrowdJson.Default.RetentionAnswer);
    }

    private static CohortAnswer AnswerOf(EngagementCohort cohort) => new(
        BoardAnswers.TimeOf(cohort.FirstDay * BoardCalendar.DayMs), cohort.Active.Count == 0 ? 0 : cohort.Active[0],
        cohort.Active);

    private async Task ListAsync(HttpContext context, Caller caller)
    {
        var query = new QueryReader(context);
        CrowdDays days = CrowdDays.Read(query, play.NowMs);
        PlayerChoice choice = query.Choice("choice", Choices);
        int after = query.Number("cursor", 0, EngagementBook.MaxPlayers) ?? 0;
        int limit = query.Number("limit", 1, MaxRows) ?? UsualRows;
        if (await query.RefusedAsync()) return;
        await reads.WaitAsync(book, context.RequestAborted);
        var found = new List<EngagementPlayer>(limit);
        int next = book.Read((days, choice, after, limit, found), static (all, asked) =>
            all.List((asked.days.From, asked.days.To), asked.choice, asked.after, asked.limit, asked.found));
        await names.LearnAsync(found.Select(static each => each.PlayerId));
        var answer = new CrowdPlayerListAnswer(
            [.. found.Select(AnswerOf)], next < 0 ? null : next.ToString(CultureInfo.InvariantCulture));
        await JsonResponse.WriteAsync(
            context, StatusCodes.Status200OK, answer, CrowdJson.Default.CrowdPlayerListAnswer);
    }

    private CrowdPlayerAnswer AnswerOf(EngagementPlayer player)
    {
        PlayerProfile profile = names.Known(player.PlayerId);
        return new CrowdPlayerAnswer(
            player.PlayerId, profile.Name, GameModes.RegionName(profile.Region), CrowdDays.DayOf(player.FirstDay),
            CrowdDays.DayOf(player.LastDay), player.Games, player.Seconds, play.SkillOf(player.PlayerId)?.Tier);
    }

    private async Task ForecastAsync(HttpContext context, Caller caller)
    {
        var query = new QueryReader(context);
        int days = query.Number("days", 1, CrowdForecast.MaxDays) ?? 28;
        if (await query.RefusedAsync()) return;
        CrowdForecastAnswer answer = await forecast.AskAsync(days, context.RequestAborted);
        await JsonResponse.WriteAsync(
            context, StatusCodes.Status200OK, answer, CrowdJson.Default.CrowdForecastAnswer);
    }
}
