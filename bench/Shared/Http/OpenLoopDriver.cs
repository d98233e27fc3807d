using System.Diagnostics;

namespace Catalog.Bench.Shared.Http;

/// <summary>
/// Requests are due at a fixed rate whatever the server does, and each is timed from the moment it was due, so that a
/// stalled server is charged for everyone who would have come meanwhile. (G. Tene calls its neglect "coordinated
/// omission".) A request that is due while all connections are busy waits for the first idle one, on the clock.
/// </summary>
internal sealed class OpenLoopDriver : HttpDriver
{
    private readonly double _ticksPerRequest;
    private readonly int[] _idle;
    private int _idleCount;
    private long _startAt;
    private long _endAt;
    private long _sent;

    /// <summary>Connects to a port of this machine.</summary>
    public OpenLoopDriver(int port, int connectionCount, double perSecond, IRequestSource source)
        : base(port, connectionCount, source)
    {
        _ticksPerRequest = Stopwatch.Frequency / perSecond;
        _idle = new int[connectionCount];
    }

    protected override long UnsentCount =>
        Math.Max(0, (long)Math.Ceiling((_endAt - _startAt) / _ticksPerRequest) - _sent);

    private long NextDueAt => _startAt + (long)(_sent * _ticksPerRequest);

    protected override void Begin(long startAt, long endAt)
    {
        _startAt = startAt;
        _endAt = endAt;
        for (int i = 0; i < ConnectionCount; i++) _idle[_idleCount++] = i;
    }

    protected override int PrepareWait()
    {
        SendDue(Stopwatch.GetTimestamp());
        return 1;
    }

    protected override void OnIdle(int connection)
    {
        _idle[_idleCount++] = connection;
        SendDue(Stopwatch.GetTimestamp());
    }

    protected override void End() => SendDue(_endAt);

    private void SendDue(long now)
    {
        while (_idleCount > 0 && NextDueAt <= now && NextDueAt < _endAt) SendNext();
    }

    private void SendNext()
    {
        long dueAt = NextDueAt;
        _sent++;
        Send(_idle[--_idleCount], dueAt);
    }
}
