using Catalog.Engine.Analytics;
using Catalog.Shell.Auth;
using Catalog.Shell.Http;
using Catalog.Shell.Insight.Contracts;

namespace Catalog.Shell.Insight;

/// <summary>What administrators ask a system's rollups. Thread-safe.</summary>
public sealed class InsightEndpoints(InsightRegistry registry, Bearer bearer, TimeProvider clock)
{
    private const string Tag = "Insight";

    /// <summary>Maps <c>api/admin/insight/rollups</c> below a system's prefix, when it has rollups.</summary>
    public void Map(IEndpointRouteBuilder routes, string system)
    {
        if (registry.Find(system) is not { } source) return;
        RouteGroupBuilder rollups = routes.MapGroup("/api/admin/insight/rollups");
        rollups.MapGet("", bearer.RequireAdmin((context, _) => ListAsync(context, source)))
            .Describe(Tag, "The rollups there are: what they tell apart and count, and how long they keep it")
            .NeedsToken(AccountRole.Admin).Gives<RollupListAnswer>().Fails(401, 403);
        rollups.MapGet("/{name}", bearer.RequireAdmin((context, _) => QueryAsync(context, source)))
            .Describe(Tag, "Ask a rollup. A dimension's name as a parameter keeps only rows with one of the ids given")
            .Query("from", "The beginning: a day or a time; 30 days before 'to' otherwise")
            .Query("to", "The end, exclusive: a day or a time; now otherwise")
            .Query("grain", "A row for each minute, hour, day, week, month, or for all of the time; day otherwise")
            .Query("by", "Dimensions to tell apart, with commas between them")
            .Query("measures", "Measures, with commas between them; all of them otherwise")
            .Query("compare", "'previous' for the same numbers of the period before")
            .Query("order", "'time', 'key' or a measure; '-' before it for the greatest first")
            .Query("limit", "Rows at most: 1,000 otherwise, 10,000 at most")
            .NeedsToken(AccountRole.Admin).Gives<RollupTableAnswer>().Fails(400, 401, 403, 404);
    }

    private static Task ListAsync(HttpContext context, IRollupSource source)
    {
        var answer = new RollupListAnswer([.. source.Rollups.Select(RollupAnswer.Of)]);
        return JsonResponse.WriteAsync(context, StatusCodes.Status200OK, answer, InsightJson.Default.RollupListAnswer);
    }

    private async Task QueryAsync(HttpContext context, IRollupSource source)
    {
        if (source.Find((string)context.GetRouteValue("name")!) is not { } spec)
        {
            await Problems.WriteAsync(context, ProblemCodes.NotFound);
            return;
        }

        DateTimeOffset now = clock.GetUtcNow();
        var reader = new QueryReader(context);
        RollupQuery query = RollupQueryReader.Read(reader, spec, now.ToUnixTimeMilliseconds());
        if (await reader.RefusedAsync()) return;
        await source.WaitAsync(context.RequestAborted);
        long position = source.Position;
        RollupTable table = source.Query(spec.Name, query);
        RollupTableAnswer answer = RollupTableAnswer.Of(table, source) with
        {
            Position = position,
            AsOf = now.UtcDateTime,
        };
        await JsonResponse.WriteAsync(context, StatusCodes.Status200OK, answer, InsightJson.Default.RollupTableAnswer);
    }
}
