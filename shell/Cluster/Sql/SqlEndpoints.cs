using Catalog.Shell.Audit;
using Catalog.Shell.Auth;
using Catalog.Shell.Cluster.Postgres;
using Catalog.Shell.Cluster.Sql.Contracts;
using Catalog.Shell.Http;

namespace Catalog.Shell.Cluster.Sql;

/// <summary>What an operator sees of the tables for analysts, and making them anew.</summary>
internal sealed class SqlEndpoints(IEnumerable<SqlProjector> projectors, SqlWorker worker, Bearer bearer)
{
    private const string Tag = "Cluster";

    /// <summary>Maps everything below <c>/api/admin/sql</c>.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder admin = routes.MapGroup("/api/admin/sql");
        admin.MapGet("", bearer.RequireAdmin(ListAsync))
            .Describe(Tag, "How the SQL tables for analysts are doing")
            .NeedsToken(AccountRole.Admin).Gives<SqlTablesListAnswer>().Fails(401, 403);
        admin.MapPost("/{schema}/rebuild", bearer.RequireAdmin(RebuildAsync))
            .Describe(Tag, "Begin to make a schema's tables anew; they are as they were until that is done, where the "
                + "journal no longer has every fact, and filled bit by bit where it has")
            .NeedsToken(AccountRole.Admin).Gives(StatusCodes.Status202Accepted).Fails(401, 403, 404)
            .Audited("sql.rebuild", "schema");
    }

    private async Task ListAsync(HttpContext context, Caller caller)
    {
        var all = new List<SqlTablesAnswer>();
        foreach (SqlProjector projector in projectors) all.Add(await DescribeAsync(projector, context.RequestAborted));
        await JsonResponse.WriteAsync(
            context, StatusCodes.Status200OK, new SqlTablesListAnswer(all),
            SqlTablesJson.Default.SqlTablesListAnswer);
    }

    private Task RebuildAsync(HttpContext context, Caller caller)
    {
        string? schema = context.GetRouteValue("schema") as string;
        if (projectors.FirstOrDefault(each => each.Schema == schema) is not { } projector)
            return Problems.WriteAsync(context, ProblemCodes.NotFound);

        worker.Rebuild(projector);
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        return Task.CompletedTask;
    }

    private async Task<SqlTablesAnswer> DescribeAsync(SqlProjector projector, CancellationToken cancel)
    {
        long applied = projector.AppliedPosition;
        string status = applied >= 0 ? "ready" : worker.IsRunning(projector) ? "filling" : "waiting";
        string[] tables = [.. projector.Tables.Tables.Select(static table => table.Name)];
        return new SqlTablesAnswer(projector.Schema, status, applied, tables)
        {
            RefusedCount = await CountRefusedAsync(projector, cancel),
            LastError = projector.LastError,
        };
    }

    private static async Task<long?> CountRefusedAsync(SqlProjector projector, CancellationToken cancel)
    {
        try
        {
            return await projector.CountRefusedAsync(cancel);
        }
        catch (Exception failure) when (PostgresFailures.IsPassing(failure))
        {
            return null;
        }
    }
}
