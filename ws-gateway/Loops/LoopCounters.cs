namespace Catalog.WsGateway.Loops;

/// <summary>What a loop did, counted by the loop alone and read by whoever measures, perhaps a moment late.</summary>
internal sealed class LoopCounters
{
    internal long Published;
    internal long Writes;
    internal long SentBytes;
    internal long Delivered;
    internal long Stalls;
    internal long Dropped;
    internal long Conflated;
    internal long Degraded;
    internal long SlowDisconnects;
    internal long PingTimeouts;
}
