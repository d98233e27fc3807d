using Catalog.WsGateway.Loops;
using Catalog.WsGateway.Topics;

namespace Catalog.WsGateway;

public sealed partial class GatewayConnection
{
    private const int EndedByReader = 1;
    private const int EndedByLoop = 2;

    private readonly byte _variant;
    private volatile ConnectionPhase _phase;
    private int _ends;

    internal GatewayLoop Loop { get; }

    internal int Variant => _variant;

    /// <summary>Where it stands. Written by the loop.</summary>
    internal ConnectionPhase Phase { get => _phase; set => _phase = value; }

    /// <summary>The way out. The loop's.</summary>
    internal Outbound Outbound { get; set; } = null!;

    /// <summary>Which messages of the loop's turn it gets. The loop's.</summary>
    internal ulong PendingBits { get; set; }

    /// <summary>What waits, while it is stalled; null otherwise. The loop's.</summary>
    internal SendQueue? Queue { get; set; }

    internal int LoopIndex { get; set; } = -1;

    /// <summary>When it last took bytes while some waited, in ticks. The loop's.</summary>
    internal int StalledAt { get; set; }

    /// <summary>When a close that is under way is given up, in ticks. The loop's.</summary>
    internal int ClosesAt { get; set; }

    internal int PingedAt { get; set; }

    /// <summary>Whether our close frame still wants an answer. The loop's.</summary>
    internal bool WaitsForPeerClose { get; set; }

    /// <summary>Whether the client broke the protocol, so that an answer could not be understood. The loop's.</summary>
    internal bool HasFailed { get; set; }

    /// <summary>Takes away all subscriptions, and lets no more begin.</summary>
    internal Subscription?[] TakeSubscriptions()
    {
        lock (Gate)
        {
            Subscription?[] all = _subscriptions;
            (_subscriptions, _subscriptionCount, _isSubscribingOver) = ([], 0, true);
            return all;
        }
    }

    /// <summary>The loop is done with it.</summary>
    internal void EndFromLoop()
    {
        if (EndsWith(EndedByLoop)) Release();
        else Inbound.Cancel();
    }

    private bool EndsWith(int end) => (Interlocked.Or(ref _ends, end) | end) == (EndedByReader | EndedByLoop);

    private void Release()
    {
        _reader.Abandon();
        Inbound.Release();
        _gateway.Forget(this);
        _done?.TrySetResult();
    }
}
