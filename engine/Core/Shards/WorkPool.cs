using System.Collections.Concurrent;

namespace Catalog.Engine.Core.Shards;

/// <summary>
/// Keeps works for reuse, up to a bound; beyond it they are left to the garbage collector. Thread-safe.
/// </summary>
/// <typeparam name="TWork">The kind of work.</typeparam>
internal sealed class WorkPool<TWork>
    where TWork : class, new()
{
    /// <summary>Twice what a well-loaded process has under way; 16 k works of about 250 B are 4 MB at worst.</summary>
    private const int MaxKept = 16 * 1024;

    private readonly ConcurrentQueue<TWork> _free = new();
    private TWork? _first;
    private int _count;

    public TWork Rent()
    {
        TWork? work = _first;
        if (work is not null && Interlocked.CompareExchange(ref _first, null, work) == work) return work;
        if (!_free.TryDequeue(out work)) return new TWork();
        Interlocked.Decrement(ref _count);
        return work;
    }

    public void Return(TWork work)
    {
        if (_first is null && Interlocked.CompareExchange(ref _first, work, null) is null) return;
        if (Interlocked.Increment(ref _count) <= MaxKept) _free.Enqueue(work);
        else Interlocked.Decrement(ref _count);
    }
}
