using System.Net;
using System.Security.Cryptography;
using System.Text;
using Catalog.Shell.Auth;
using Catalog.Shell.Http;

namespace Catalog.Shell.Observability;

/// <summary>
/// <c>GET /metrics</c>, for Prometheus: open to this machine, to the configured token, and to administrators. What it
/// says is no secret of anybody's, but it tells how much is going on. Thread-safe.
/// </summary>
internal sealed class MetricsEndpoint(MetricsText metrics, ObservabilityOptions options, Bearer bearer)
{
    private const string Scheme = "Bearer ";

    /// <summary>Maps it.</summary>
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/metrics", HandleAsync).ExcludeFromDescription();

    private Task HandleAsync(HttpContext context)
    {
        if (!HasToken(context) && !IsLocal(context))
        {
            if (!bearer.TryAuthenticate(context, out Caller caller)) return Bearer.ChallengeAsync(context);
            if (!caller.IsAdmin) return Problems.WriteAsync(context, ProblemCodes.Forbidden);
        }

        byte[] text = Encoding.UTF8.GetBytes(metrics.Write());
        context.Response.ContentType = PrometheusWriter.ContentType;
        context.Response.ContentLength = text.Length;
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.Body.WriteAsync(text, context.RequestAborted).AsTask();
    }

    private bool HasToken(HttpContext context)
    {
        string? header = context.Request.Headers.Authorization;
        if (options.MetricsToken is not { } token || header is null) return false;
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return false;
        return CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(header[Scheme.Length..]), Encoding.UTF8.GetBytes(token));
    }

    private bool IsLocal(HttpContext context)
    {
        IHeaderDictionary headers = context.Request.Headers;
        bool wasPassedOn = headers.ContainsKey("X-Forwarded-For") || headers.ContainsKey("Forwarded")
            || headers.ContainsKey("Via");
        return options.OpenToLoopback && !wasPassedOn
            && context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address);
    }
}
