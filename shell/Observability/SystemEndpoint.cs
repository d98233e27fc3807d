using Catalog.Shell.Auth;
using Catalog.Shell.Http;
using Catalog.Shell.Observability.Contracts;

namespace Catalog.Shell.Observability;

/// <summary>How the server is doing, for the console's system page. Thread-safe.</summary>
internal sealed class SystemEndpoint(SystemReport report, Bearer bearer)
{
    /// <summary>Maps <c>GET /api/admin/system</c>.</summary>
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/admin/system", bearer.RequireAdmin(HandleAsync))
            .Describe("System", "Shards, journal, consumers, memory, requests and what was slow; rates of a minute")
            .NeedsToken(AccountRole.Admin).Gives<SystemAnswer>().Fails(401, 403);

    private Task HandleAsync(HttpContext context, Caller caller)
    {
        context.Response.Headers.CacheControl = "no-store";
        return JsonResponse.WriteAsync(
            context, StatusCodes.Status200OK, report.Read(), ObservabilityJson.Default.SystemAnswer);
    }
}
