using Catalog.WsGateway.Handshake;
using Catalog.WsGateway.Loops;
using Microsoft.Extensions.Logging;

namespace Catalog.WsGateway;

public sealed partial class Gateway
{
    private const int WalkTicks = 10 * GatewayLimits.TicksPerSecond;

    private int _connectionCount;
    private int _tick;
    private int _walkedAt;
    private int _nextLoop;
    private long _lastId;

    /// <summary>Makes a connection of an accepted client, in the loop that is next.</summary>
    internal GatewayConnection Open(in HandshakeAgreement agreement, TaskCompletionSource? done)
    {
        Interlocked.Increment(ref _connectionCount);
        _metrics.CountAccepted();
        GatewayLoop loop = _loops[(uint)Interlocked.Increment(ref _nextLoop) % (uint)_loops.Length];
        return new GatewayConnection(this, loop, Interlocked.Increment(ref _lastId), in agreement, done);
    }

    internal void Forget(GatewayConnection connection)
    {
        Interlocked.Decrement(ref _connectionCount);
        Ended?.Invoke(connection);
    }

    internal GatewayLoop LoopAt(int index) => _loops[index];

    internal void CountHandshakeTimeout() => _metrics.CountHandshakeTimeout();

    internal void CountRateLimited() => _metrics.CountRateLimited();

    /// <summary>Tells a client that its request was refused, or that the server failed.</summary>
    internal void Refuse(GatewayConnection connection, ReadOnlySpan<byte> id, Exception e)
    {
        if (e is GatewayException refusal)
        {
            if (refusal.Details.IsEmpty) connection.SendError(id, refusal.Code, refusal.Message);
            else connection.Answer("error"u8, id, refusal.Details.Span);
            return;
        }

        LogHandlerFailed(e);
        connection.SendError(id, "internal_error", "The server failed.");
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What the program was asked to do failed.")]
    internal partial void LogHandlerFailed(Exception exception);

    // From the time that has passed, not from the number of calls: a timer that was late must not stretch deadlines.
    internal void Sweep()
    {
        int tick = (int)(_clock.GetElapsedTime(_startedAt) / GatewayLimits.Tick);
        Volatile.Write(ref _tick, tick);
        _presence.Sweep(tick);
        SweepTyping(tick);
        if (tick - _walkedAt >= WalkTicks)
        {
            _walkedAt = tick;
            Topics.Retire(tick, GatewayLimits.TicksOf(Options.TopicIdleTime));
        }

        foreach (GatewayLoop loop in _loops) loop.Post(EntryKind.Sweep, null, null, null, tick);
    }
}
