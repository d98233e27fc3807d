namespace Catalog.Shell.Cluster.Nodes.Link;

/// <summary>
/// The commands of one link that wait for an answer: as many as there are places, each under a number that is never
/// given twice, so that an answer that comes too late finds nothing. Thread-safe.
/// </summary>
internal sealed class LinkCalls
{
    private const int PlaceBits = 16;
    private readonly Lock _lock = new();
    private readonly LinkCall?[] _calls;
    private readonly ulong[] _ids;
    private readonly Stack<int> _free;
    private ulong _next = 1;

    internal LinkCalls(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(capacity, 1 << PlaceBits);
        _calls = new LinkCall?[capacity];
        _ids = new ulong[capacity];
        _free = new Stack<int>(Enumerable.Range(0, capacity));
    }

    /// <summary>How many wait.</summary>
    internal int Count
    {
        get
        {
            lock (_lock) return _calls.Length - _free.Count;
        }
    }

    /// <summary>Adds a call; false when all places are taken. O(1).</summary>
    internal bool TryAdd(LinkCall call, out ulong id)
    {
        lock (_lock)
        {
            id = 0;
            if (!_free.TryPop(out int place)) return false;
            id = (_next++ << PlaceBits) | (uint)place;
            (_calls[place], _ids[place]) = (call, id);
            return true;
        }
    }

    /// <summary>Takes a call out; null when it is there no more. O(1).</summary>
    internal LinkCall? Take(ulong id)
    {
        lock (_lock)
        {
            int place = (int)(id & ((1 << PlaceBits) - 1));
            return place < _ids.Length && _ids[place] == id ? Free(place) : null;
        }
    }

    /// <summary>Gives up those that have waited too long. O(places), when any wait.</summary>
    internal void Expire(long nowMs)
    {
        if (Count == 0) return;
        for (int place = 0; place < _calls.Length; place++)
        {
            LinkCall? due = null;
            lock (_lock)
                if (_calls[place] is { } call && call.DeadlineMs <= nowMs) due = Free(place);
            due?.Fail(LinkOutcome.Lost);
        }
    }

    /// <summary>The link is broken: none is answered any more. O(places).</summary>
    /// <param name="startedVolume">The last volume of the outbox of which a byte may have left.</param>
    internal void FailAll(long startedVolume)
    {
        for (int place = 0; place < _calls.Length; place++)
        {
            LinkCall? call = null;
            lock (_lock)
                if (_calls[place] is not null) call = Free(place);
            bool surelyNot = call?.Volume > startedVolume;
            call?.Fail(surelyNot ? LinkOutcome.NotSent : LinkOutcome.Lost);
        }
    }

    private LinkCall? Free(int place)
    {
        LinkCall? call = _calls[place];
        (_calls[place], _ids[place]) = (null, 0);
        _free.Push(place);
        return call;
    }
}
