using System.Buffers.Binary;
using Catalog.WsGateway.Framing;
using Catalog.WsGateway.Topics;

namespace Catalog.WsGateway.Loops;

internal sealed partial class GatewayLoop
{
    private static ReadOnlySpan<byte> PingFrame => [0x89, 0];

    /// <summary>Ends a connection with a close frame.</summary>
    private void Close(GatewayConnection connection, CloseOrder order)
    {
        if (connection.Phase != ConnectionPhase.Open) return;
        connection.WaitsForPeerClose = !order.IsViolation;
        connection.HasFailed = order.IsViolation;
        Span<byte> frame = stackalloc byte[FrameWriter.MaxControlBytes + 2];
        int size = FrameWriter.WriteClose(frame, order.Code, order.Reason);
        SendLast(connection, frame[..size]);
    }

    /// <summary>Answers the client's close frame, or takes it as the answer to ours.</summary>
    private void AnswerClose(GatewayConnection connection, ushort code)
    {
        connection.WaitsForPeerClose = false;
        if (connection.Phase == ConnectionPhase.Closing)
        {
            if (connection.Queue is null) End(connection);
            return;
        }

        Span<byte> frame = stackalloc byte[4];
        Span<byte> body = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(body, code);
        int size = FrameWriter.WriteControl(frame, Opcode.Close, code == CloseBody.NoCode ? [] : body);
        SendLast(connection, frame[..size]);
    }

    /// <summary>Sends a close frame in place of everything that waits.</summary>
    private void SendLast(GatewayConnection connection, ReadOnlySpan<byte> frame)
    {
        connection.Phase = ConnectionPhase.Closing;
        connection.ClosesAt = _tick + _limits.CloseTicks;
        Unsubscribe(connection);
        connection.Queue?.Clear();
        Send(connection, frame);
        if (connection.Phase == ConnectionPhase.Closing && connection.Queue is null) AfterCloseFrame(connection);
    }

    /// <summary>The close frame is out: what remains is the client's, if it can still be understood.</summary>
    private void AfterCloseFrame(GatewayConnection connection)
    {
        if (connection.WaitsForPeerClose) return;
        if (connection.HasFailed) connection.Outbound.Finish(); // the client closes, or the deadline passes
        else End(connection);
    }

    /// <summary>Ends a connection in order.</summary>
    private void End(GatewayConnection connection)
    {
        connection.Outbound.Finish();
        Discard(connection);
    }

    /// <summary>Ends a connection at once.</summary>
    private void Lose(GatewayConnection connection)
    {
        connection.Outbound.Abort();
        Discard(connection);
    }

    private void Discard(GatewayConnection connection)
    {
        if (connection.Phase == ConnectionPhase.Closed) return;
        Unsubscribe(connection);
        if (connection.LoopIndex >= 0) Remove(connection);
        connection.Phase = ConnectionPhase.Closed;
        connection.PendingBits = 0;
        connection.Queue?.Clear();
        connection.Queue = null;
        connection.EndFromLoop();
    }

    private static void Unsubscribe(GatewayConnection connection)
    {
        foreach (Subscription? subscription in connection.TakeSubscriptions())
        {
            if (subscription is null) break;
            subscription.Topic.Forget(subscription);
            subscription.Shard.Remove(subscription);
            connection.Lose(subscription);
        }
    }

    /// <summary>Does what concerns all connections.</summary>
    private void HandleAll(in LoopEntry entry)
    {
        if (entry.Kind == EntryKind.Sweep)
        {
            Sweep((int)entry.Offset);
            return;
        }

        if (entry.Kind == EntryKind.Recheck)
        {
            foreach (GatewayConnection one in _connections.AsSpan(0, _connectionCount))
                if (one.Identity?.UserId == (string)entry.Detail!) one.Check();
            return;
        }

        _isShut |= entry.Kind == EntryKind.Abort;
        var order = entry.Detail as DrainOrder;
        int parts = order?.Parts ?? 1;
        int kept = _connectionCount - ((_connectionCount + parts - 1) / parts);
        for (int i = _connectionCount - 1; i >= kept; i--)
        {
            if (i >= _connectionCount) continue;
            GatewayConnection connection = _connections[i];
            Flush(connection);
            if (order is null) Lose(connection);
            else Close(connection, order.ForOne());
        }
    }

    /// <summary>Looks after a quarter of the connections, so that each has its turn once a second.</summary>
    private void Sweep(int tick)
    {
        // A late timer skips ticks, and those whose turn fell on them must not be skipped, too.
        int passed = tick - _tick;
        _tick = tick;
        for (int i = _connectionCount - 1; i >= 0; i--)
        {
            bool isItsTurn = ((uint)(tick - i) & (GatewayLimits.TicksPerSecond - 1)) < passed;
            if (isItsTurn && i < _connectionCount) LookAfter(_connections[i]);
        }
    }

    private void LookAfter(GatewayConnection connection)
    {
        if (connection.Phase == ConnectionPhase.Closing)
        {
            if (_tick - connection.ClosesAt >= 0) Lose(connection);
            return;
        }

        if (_tick >= connection.CheckAt) connection.Check();
        if (connection.Queue is not null && _tick - connection.StalledAt > _limits.StallTicks)
        {
            Counters.SlowDisconnects++;
            Lose(connection);
            return;
        }

        int quiet = _tick - connection.HeardAt;
        if (connection.IsHandling || quiet < _limits.PingTicks) return;
        bool isPinged = connection.PingedAt - connection.HeardAt > 0;
        if (isPinged && _tick - connection.PingedAt >= _limits.PongTicks)
        {
            Counters.PingTimeouts++;
            Close(connection, new CloseOrder(CloseCode.TooSlow, "no answer to a ping"));
            return;
        }

        if (isPinged) return;
        connection.PingedAt = _tick;
        Send(connection, PingFrame);
    }
}
