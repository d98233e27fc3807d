namespace Catalog.Shell.Http;

/// <summary>
/// Whether the process lives (it answers) and whether it is ready (recovered, and not stopping): what a supervisor and
/// a load balancer ask. Thread-safe.
/// </summary>
public sealed class Health
{
    private static readonly HealthAnswer Live = new("live");
    private static readonly HealthAnswer Ready = new("ready");
    private static readonly HealthAnswer Starting = new("starting");
    private static readonly HealthAnswer Stopping = new("stopping");
    private volatile HealthAnswer _state = Starting;

    /// <summary>
    /// Follows the host: stopping begins when it is asked to stop, while requests under way are finished.
    /// </summary>
    public Health(IHostApplicationLifetime lifetime) => lifetime.ApplicationStopping.Register(MarkStopping);

    /// <summary>Whether traffic may come.</summary>
    public bool IsReady => ReferenceEquals(_state, Ready);

    /// <summary>Recovery is done; no effect once stopping.</summary>
    public void MarkReady() => Interlocked.CompareExchange(ref _state, Ready, Starting);

    /// <summary>The process is going down.</summary>
    public void MarkStopping() => _state = Stopping;

    /// <summary>Maps <c>/health/live</c> and <c>/health/ready</c>.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", LiveAsync).ExcludeFromDescription();
        routes.MapGet("/health/ready", ReadyAsync).ExcludeFromDescription();
    }

    private static Task LiveAsync(HttpContext context) => AnswerAsync(context, StatusCodes.Status200OK, Live);

    private Task ReadyAsync(HttpContext context)
    {
        HealthAnswer state = _state;
        bool isReady = ReferenceEquals(state, Ready);
        return AnswerAsync(
            context, isReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable, state);
    }

    private static Task AnswerAsync(HttpContext context, int status, HealthAnswer answer)
    {
        context.Response.Headers.CacheControl = "no-store";
        return JsonResponse.WriteAsync(context, status, answer, ShellJson.Default.HealthAnswer);
    }
}
