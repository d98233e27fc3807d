using Catalog.WsGateway.Topics;

namespace Catalog.WsGateway.Loops;

/// <summary>
/// Owns a share of the connections: their subscriptions, queues and writes. Anybody posts; the loop takes what was
/// posted in turns of at most 64 messages, marks them at those who get them, and writes each touched connection once.
/// </summary>
/// <remarks>
/// <code>
///   post ─► _filling ⇄ _working ─► turn: entry n of the turn = bit n of PendingBits of every connection that gets it
///                                        _touched: connections with a bit, each written once at the turn's end
/// </code>
/// Invariants: (1) one thread at a time runs the loop; (2) connections hear things in the order they were posted;
/// (3) nobody is waited for: what a socket does not take goes to that connection's queue. A turn costs O(deliveries),
/// and allocates nothing. Posting is thread-safe, the rest belongs to the loop.
/// </remarks>
internal sealed partial class GatewayLoop : IThreadPoolWorkItem
{
    /// <summary>Bits of a connection's mask.</summary>
    internal const int MaxMessagesPerTurn = 64;

    private readonly GatewayLimits _limits;
    private readonly int[] _slots = new int[MaxMessagesPerTurn];
    private readonly SharedFrame?[] _shared = new SharedFrame?[MaxMessagesPerTurn * (Variant.Count + 1)];
    private LoopInbox _working = new();
    private GatewayConnection[] _connections = new GatewayConnection[16];
    private GatewayConnection[] _touched = new GatewayConnection[16];
    private int _connectionCount;
    private int _touchedCount;
    private int _slotCount;
    private int _tick;
    private ulong _largeBits;
    private bool _hasShared;
    private bool _isShut;

    internal GatewayLoop(int index, GatewayLimits limits)
    {
        Index = index;
        _limits = limits;
    }

    internal int Index { get; }

    internal LoopCounters Counters { get; } = new();

    /// <summary>Connections, as of the last turn; readable from anywhere.</summary>
    internal int ConnectionCount => Volatile.Read(ref _connectionCount);

    /// <summary>Works off what was posted; then makes way for others and comes back if there is more.</summary>
    void IThreadPoolWorkItem.Execute()
    {
        Run();
        Reschedule();
    }

    /// <summary>Works off what was posted, on the caller's thread.</summary>
    internal void Run()
    {
        LoopInbox inbox = Swap();
        int from = 0;
        while (from < inbox.Count) from = Turn(inbox, from);
        inbox.Clear();
    }

    /// <summary>Runs one turn and returns where the next begins.</summary>
    private int Turn(LoopInbox inbox, int from)
    {
        (_slotCount, _runBits, _largeBits) = (0, 0, 0);
        int at = from;
        for (; at < inbox.Count && _slotCount < MaxMessagesPerTurn; at++)
        {
            ref readonly LoopEntry entry = ref inbox[at];
            if (entry.IsForTopic) Deliver(in entry, at);
            else Handle(in entry, at);
        }

        if (_largeBits != 0) FlushSmall();
        for (int i = 0; i < _touchedCount; i++) Flush(_touched[i]);
        Array.Clear(_touched, 0, _touchedCount);
        _touchedCount = 0;
        if (_hasShared) ReleaseShared();
        return at;
    }

    private void Deliver(in LoopEntry entry, int at)
    {
        TopicShard shard = entry.Shard!;
        shard.LastOffset = entry.Offset;
        ulong bit = TakeSlot(at);
        foreach (GatewayConnection connection in shard.Connections)
        {
            if (connection == entry.Connection) continue;
            if (connection.PendingBits == 0) Touch(connection);
            connection.PendingBits |= bit;
        }

        Counters.Published++;
    }

    private void Handle(in LoopEntry entry, int at)
    {
        if (entry.Connection is not { } connection)
        {
            HandleAll(in entry);
            return;
        }

        if (connection.Phase == ConnectionPhase.Closed) return;
        switch (entry.Kind)
        {
            case EntryKind.Open when _isShut: // its handshake was under way when everybody was sent away
                Lose(connection);
                return;
            case EntryKind.Open:
                Open(connection);
                if (entry.Ranges[0].LengthBytes > 0) Mark(connection, at);
                return;
            case EntryKind.Direct:
                Mark(connection, at);
                return;
            case EntryKind.Subscribe when connection.Phase == ConnectionPhase.Open:
                var subscription = (Subscription)entry.Detail!;
                if (!subscription.IsEnded) entry.Shard!.Add(subscription);
                Mark(connection, at);
                return;
            case EntryKind.Unsubscribe:
                entry.Shard!.Remove((Subscription)entry.Detail!);
                return;
            case EntryKind.Writable:
                Flush(connection); // what this turn has for it comes behind what waits
                Drain(connection);
                return;
            case EntryKind.Close:
                Flush(connection);
                Close(connection, (CloseOrder)entry.Detail!);
                return;
            case EntryKind.PeerClose:
                Flush(connection);
                AnswerClose(connection, ((PeerCloseCode)entry.Detail!).Code);
                return;
            case EntryKind.Gone:
                Lose(connection);
                return;
        }
    }

    /// <summary>Gives one connection this turn's message.</summary>
    private void Mark(GatewayConnection connection, int at)
    {
        if (connection.PendingBits == 0) Touch(connection);
        connection.PendingBits |= TakeSlot(at);
    }

    private ulong TakeSlot(int at)
    {
        _slots[_slotCount] = at;
        ulong bit = 1UL << _slotCount++;
        if (_working[at].IsLarge) _largeBits |= bit;
        return bit;
    }

    private void Touch(GatewayConnection connection)
    {
        if (_touchedCount == _touched.Length) Array.Resize(ref _touched, 2 * _touchedCount);
        _touched[_touchedCount++] = connection;
    }

    private void Open(GatewayConnection connection)
    {
        if (_connectionCount == _connections.Length) Array.Resize(ref _connections, 2 * _connectionCount);
        connection.LoopIndex = _connectionCount;
        connection.Phase = ConnectionPhase.Open;
        _connections[_connectionCount] = connection;
        Volatile.Write(ref _connectionCount, _connectionCount + 1);
    }

    private void Remove(GatewayConnection connection)
    {
        int index = connection.LoopIndex;
        GatewayConnection last = _connections[_connectionCount - 1];
        _connections[index] = last;
        last.LoopIndex = index;
        _connections[_connectionCount - 1] = null!;
        connection.LoopIndex = -1;
        Volatile.Write(ref _connectionCount, _connectionCount - 1);
    }
}
