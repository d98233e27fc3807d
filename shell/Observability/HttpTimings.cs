using System.Collections.Concurrent;
using System.Diagnostics;
using Catalog.Shell.Http;

namespace Catalog.Shell.Observability;

/// <summary>
/// Measures every request: how many, how many at once, how long, by endpoint and status. The first middleware, so that
/// everything is in the measure. Streams and upgraded sockets, which last as long as somebody listens, are only counted
/// among those under way. A request costs a look-up and a few atomic additions; nothing is allocated.
/// </summary>
/// <remarks>Thread-safe. Bounded by the number of endpoints.</remarks>
public sealed class HttpTimings(SlowOperations slow, TimeProvider clock)
{
    private readonly ConcurrentDictionary<Endpoint, RouteTimings> _routes = new();
    private readonly RouteTimings _unrouted = new("*", "(no endpoint)");
    private readonly DurationHistogram _all = new();
    private long _underWay;
    private long _failed;

    /// <summary>Requests under way.</summary>
    public long UnderWay => Volatile.Read(ref _underWay);

    /// <summary>Requests answered with a status of 500 or more, since the start.</summary>
    public long FailedCount => Volatile.Read(ref _failed);

    /// <summary>All requests together.</summary>
    public DurationCounts ReadAll() => _all.Read();

    /// <summary>Each endpoint's requests.</summary>
    internal IEnumerable<RouteTimings> Routes => _routes.Values.Append(_unrouted);

    /// <summary>Measures what <paramref name="next"/> makes of a request.</summary>
    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        long startedAt = Stopwatch.GetTimestamp();
        Interlocked.Increment(ref _underWay);
        Task task;
        try
        {
            task = next(context);
        }
        catch
        {
            Interlocked.Decrement(ref _underWay);
            throw;
        }

        if (!task.IsCompletedSuccessfully) return FinishSlowAsync(context, task, startedAt);
        Record(context, startedAt);
        return Task.CompletedTask;
    }

    private async Task FinishSlowAsync(HttpContext context, Task task, long startedAt)
    {
        try
        {
            await task;
        }
        finally
        {
            Record(context, startedAt);
        }
    }

    private void Record(HttpContext context, long startedAt)
    {
        Interlocked.Decrement(ref _underWay);
        int status = context.Response.StatusCode;
        if (status == StatusCodes.Status101SwitchingProtocols || IsStream(context.Response)) return;
        TimeSpan duration = Stopwatch.GetElapsedTime(startedAt);
        RouteTimings route = RouteOf(context);
        route.Record(status, duration);
        _all.Record(duration);
        if (status >= StatusCodes.Status500InternalServerError) Interlocked.Increment(ref _failed);
        if (duration >= slow.Floor) OfferSlow(context, route, duration);
    }

    private RouteTimings RouteOf(HttpContext context)
    {
        if (context.GetEndpoint() is not { } endpoint) return _unrouted;
        return _routes.TryGetValue(endpoint, out RouteTimings? known)
            ? known
            : _routes.GetOrAdd(endpoint, static each => Make(each));
    }

    private static RouteTimings Make(Endpoint endpoint)
    {
        IReadOnlyList<string>? methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods;
        string route = (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? endpoint.DisplayName ?? "(no route)";
        return new RouteTimings(methods is [var method] ? method : "*", route);
    }

    private static bool IsStream(HttpResponse response) =>
        response.ContentType is { } type && type.StartsWith("text/event-stream", StringComparison.Ordinal);

    private void OfferSlow(HttpContext context, RouteTimings route, TimeSpan duration)
    {
        string status = context.Response.StatusCode.ToString(System.Globalization.CultureInfo.InvariantCulture);
        string name = $"{context.Request.Method} {route.Route}";
        long nowMs = clock.GetUtcNow().ToUnixTimeMilliseconds();
        slow.Offer(new SlowOperation("http", name, status, nowMs, duration, Problems.TraceId(context)));
    }
}
