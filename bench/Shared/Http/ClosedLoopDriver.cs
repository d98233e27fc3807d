using System.Diagnostics;

namespace Catalog.Bench.Shared.Http;

/// <summary>Every connection sends its next request as soon as it has its answer: how much the server can do.</summary>
internal sealed class ClosedLoopDriver(int port, int connectionCount, IRequestSource source)
    : HttpDriver(port, connectionCount, source)
{
    private const int WaitMs = 10;
    private bool _isEnding;

    protected override long UnsentCount => 0;

    protected override void Begin(long startAt, long endAt)
    {
        for (int i = 0; i < ConnectionCount; i++) Send(i, Stopwatch.GetTimestamp());
    }

    protected override int PrepareWait() => WaitMs;

    protected override void OnIdle(int connection)
    {
        if (!_isEnding) Send(connection, Stopwatch.GetTimestamp());
    }

    protected override void End() => _isEnding = true;
}
