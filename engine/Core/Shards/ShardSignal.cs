namespace Catalog.Engine.Core.Shards;

/// <summary>
/// Lets a loop sleep until there is something to do. Waking costs one fence and one read unless the loop sleeps; of
/// many who find it asleep one wakes it. No wake-up is lost: the sleeper announces itself before it looks a last time.
/// </summary>
internal sealed class ShardSignal
{
    private readonly object _gate = new();
    private int _sleeping;
    private bool _woken;

    /// <summary>
    /// Wakes the sleeper, if there is one. Call it after publishing what it should find. Thread-safe.
    /// </summary>
    public void Wake()
    {
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref _sleeping) != 0 && Interlocked.Exchange(ref _sleeping, 0) != 0) WakeSlow();
    }

    /// <summary>Announces the wish to sleep; look once more for something to do before <see cref="Sleep"/>.</summary>
    public void Announce()
    {
        Volatile.Write(ref _sleeping, 1);
        Interlocked.MemoryBarrier();
    }

    /// <summary>Takes the announcement back.</summary>
    public void Cancel() => Volatile.Write(ref _sleeping, 0);

    /// <summary>Sleeps until woken since the announcement, or for <paramref name="timeoutMs"/> milliseconds.</summary>
    public void Sleep(int timeoutMs)
    {
        lock (_gate)
        {
            if (!_woken) Monitor.Wait(_gate, timeoutMs);
            _woken = false;
            Volatile.Write(ref _sleeping, 0);
        }
    }

    private void WakeSlow()
    {
        lock (_gate)
        {
            _woken = true;
            Monitor.Pulse(_gate);
        }
    }
}
