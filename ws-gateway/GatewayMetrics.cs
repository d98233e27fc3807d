using System.Diagnostics.Metrics;
using Catalog.WsGateway.Loops;

namespace Catalog.WsGateway;

/// <summary>
/// What the gateway tells who measures it, under the meter <c>Catalog.WsGateway</c>. Loops count for themselves, in
/// plain fields; they are summed when somebody looks.
/// </summary>
internal sealed class GatewayMetrics : IDisposable
{
    internal const string MeterName = "Catalog.WsGateway";

    private readonly Meter _meter = new(MeterName);
    private readonly GatewayLoop[] _loops;
    private long _rateLimited;
    private long _refused;
    private long _accepted;
    private long _handshakeTimeouts;

    internal GatewayMetrics(Gateway gateway, GatewayLoop[] loops)
    {
        _loops = loops;
        _meter.CreateObservableUpDownCounter(
            "gateway.connections", () => gateway.ConnectionCount, "{connection}", "Clients connected");
        _meter.CreateObservableUpDownCounter("gateway.topics", () => gateway.TopicCount, "{topic}", "Topics");
        Count("gateway.accepted", () => Volatile.Read(ref _accepted), "{connection}", "Clients accepted");
        Count("gateway.refused", () => Volatile.Read(ref _refused), "{connection}", "Clients told to come later");
        Count(
            "gateway.handshake_timeouts", () => Volatile.Read(ref _handshakeTimeouts), "{connection}",
            "Requests that were begun and not finished in time");
        Count("gateway.rate_limited", () => Volatile.Read(ref _rateLimited), "{connection}", "Ended for flooding");
        CountLoops("gateway.deliveries", static c => c.Delivered, "{message}", "Messages handed to sockets at once");
        CountLoops("gateway.writes", static c => c.Writes, "{write}", "Writes");
        CountLoops("gateway.sent", static c => c.SentBytes, "By", "Bytes written");
        CountLoops("gateway.stalls", static c => c.Stalls, "{stall}", "Sockets that took only a part");
        CountLoops("gateway.dropped", static c => c.Dropped, "{message}", "Left out for slow clients");
        CountLoops("gateway.conflated", static c => c.Conflated, "{message}", "Replaced by one of the same key");
        CountLoops("gateway.degraded", static c => c.Degraded, "{gap}", "Clients told to take a snapshot");
        CountLoops("gateway.slow_disconnects", static c => c.SlowDisconnects, "{connection}", "Ended for slowness");
        CountLoops("gateway.ping_timeouts", static c => c.PingTimeouts, "{connection}", "Ended for silence");
    }

    public void Dispose() => _meter.Dispose();

    internal void CountRateLimited() => Interlocked.Increment(ref _rateLimited);

    internal void CountRefused() => Interlocked.Increment(ref _refused);

    internal void CountHandshakeTimeout() => Interlocked.Increment(ref _handshakeTimeouts);

    internal void CountAccepted() => Interlocked.Increment(ref _accepted);

    private void CountLoops(string name, Func<LoopCounters, long> read, string unit, string description) =>
        Count(name, () => Sum(read), unit, description);

    private void Count(string name, Func<long> read, string unit, string description) =>
        _meter.CreateObservableCounter(name, read, unit, description);

    private long Sum(Func<LoopCounters, long> read)
    {
        long sum = 0;
        foreach (GatewayLoop loop in _loops) sum += read(loop.Counters);
        return sum;
    }
}
