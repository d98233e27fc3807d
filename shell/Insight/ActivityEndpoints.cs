using Catalog.Engine.Analytics;
using Catalog.Shell.Auth;
using Catalog.Shell.Http;
using Catalog.Shell.Insight.Contracts;

namespace Catalog.Shell.Insight;

/// <summary>What administrators ask about everybody: who is worth most, and who comes back. Thread-safe.</summary>
public sealed class ActivityEndpoints(IEnumerable<IActivitySource> sources, Bearer bearer, TimeProvider clock)
{
    private const string Tag = "Insight";
    private const int MaxLeaders = 500;
    private const int DefaultLeaders = 20;
    private const int DefaultPeriods = 12;
    private const int MaxCohorts = 400;

    private static readonly (string Name, ActivityOrder Value)[] Orders =
        [("amount", ActivityOrder.Amount), ("acts", ActivityOrder.Acts)];

    /// <summary>Maps <c>api/admin/insight/activity</c> below a system's prefix, for those it knows of.</summary>
    public void Map(IEndpointRouteBuilder routes, string system)
    {
        foreach (IActivitySource source in sources.Where(source => source.Spec.System == system))
        {
            RouteGroupBuilder group = routes.MapGroup("/api/admin/insight/activity/" + source.Spec.Name);
            group.MapGet("", bearer.RequireAdmin((context, _) => LeadAsync(context, source)))
                .Describe(Tag, source.Spec.Title + ": how many, how many came back, what they are worth, who leads")
                .Query("order", "'amount' for those worth most, 'acts' for the most active")
                .Query("limit", "How many of those: 20 otherwise, 500 at most")
                .NeedsToken(AccountRole.Admin).Gives<ActivityAnswer>().Fails(400, 401, 403);
            group.MapGet("/retention", bearer.RequireAdmin((context, _) => RetainAsync(context, source)))
                .Describe(Tag, source.Spec.Title + ": of those who began together, how many are still there")
                .Query("from", "Those who began from then on: a day or a time")
                .Query("to", "Until then, exclusive: a day or a time; now otherwise")
                .Query("periods", "How many periods after: 12 otherwise, 64 at most")
                .NeedsToken(AccountRole.Admin).Gives<RetentionAnswer>().Fails(400, 401, 403);
        }
    }

    private async Task LeadAsync(HttpContext context, IActivitySource source)
    {
        var query = new QueryReader(context);
        ActivityOrder order = query.Choice("order", Orders);
        int limit = query.Number("limit", 1, MaxLeaders) ?? DefaultLeaders;
        if (await query.RefusedAsync()) return;
        DateTimeOffset now = clock.GetUtcNow();
        await source.WaitAsync(context.RequestAborted);
        (ActivityTotals totals, IReadOnlyList<Activity> leaders) = source.Read(
            (order, limit), static (table, asked) => (table.Totals, table.Leaders(asked.order, asked.limit)));
        var rows = new List<LeaderAnswer>(leaders.Count);
        foreach (Activity leader in leaders) rows.Add(LeaderAnswer.Of(leader, await source.NameOfAsync(leader.Id)));
        ActivityAnswer answer = ActivityAnswer.Of(source, totals, rows) with { AsOf = now.UtcDateTime };
        await JsonResponse.WriteAsync(context, StatusCodes.Status200OK, answer, InsightJson.Default.ActivityAnswer);
    }

    private async Task RetainAsync(HttpContext context, IActivitySource source)
    {
        DateTimeOffset now = clock.GetUtcNow();
        var query = new QueryReader(context);
        TimeGrain period = source.Read(0, static (table, _) => table.Period);
        long toMs = RollupQueryReader.Moment(query, "to") ?? now.ToUnixTimeMilliseconds() + 1;
        long fromMs = RollupQueryReader.Moment(query, "from") ?? TimeBuckets.Shift(period, toMs, 1 - DefaultPeriods);
        int periods = query.Number("periods", 1, ActivityTable.MaxPeriods) ?? DefaultPeriods;
        query.Check(fromMs < toMs, "from", "Must be before 'to'.");
        bool isBounded = TimeBuckets.Distance(period, fromMs, toMs) < MaxCohorts;
        query.Check(isBounded, "from", "Must be nearer to 'to': 400 periods at most.");
        if (await query.RefusedAsync()) return;
        await source.WaitAsync(context.RequestAborted);
        IReadOnlyList<RetentionCohort> cohorts = source.Read(
            (fromMs, toMs, periods), static (table, asked) => table.Retention(asked.fromMs, asked.toMs, asked.periods));
        RetentionAnswer answer = RetentionAnswer.Of(source, period, cohorts) with { AsOf = now.UtcDateTime };
        await JsonResponse.WriteAsync(context, StatusCodes.Status200OK, answer, InsightJson.Default.RetentionAnswer);
    }
}
