using System.Diagnostics;
using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Core.Projections;

/// <summary>
/// A bounded queue of the facts committed since it was made. When it is full, further facts are dropped until the
/// reader has emptied it and been told of the gap; so what it yields is in order, and every hole is announced where it
/// is.
/// <para>Invariants: (1) no more is queued than the capacity; (2) nothing is queued behind an announced gap.</para>
/// </summary>
/// <remarks>One reader at a time; disposing is thread-safe.</remarks>
public sealed class EventSubscription : IDisposable
{
    private readonly EventTail _tail;
    private readonly Func<EventHeader, bool>? _wants;
    private readonly int _capacity;
    private readonly Lock _gate = new();
    private readonly Queue<TailItem> _items = new();
    private readonly WakeSignal _wake = new();
    private bool _hasGap;
    private bool _isEnded;

    internal EventSubscription(EventTail tail, long startPosition, int capacity, Func<EventHeader, bool>? wants)
    {
        _tail = tail;
        _capacity = capacity;
        _wants = wants;
        StartPosition = startPosition;
    }

    /// <summary>Facts from this journal position on are yielded.</summary>
    public long StartPosition { get; }

    /// <summary>Takes what is next, if there is anything now.</summary>
    public bool TryRead(out TailItem item)
    {
        lock (_gate)
        {
            if (_items.TryDequeue(out item)) return true;
            item = new TailItem(default, default, IsGap: true);
            bool hadGap = _hasGap;
            _hasGap = false;
            return hadGap;
        }
    }

    /// <summary>Waits for what is next; null when the subscription is over: disposed, or the pump stopped.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async ValueTask<TailItem?> ReadAsync(CancellationToken cancel = default)
    {
        while (true)
        {
            if (TryRead(out TailItem item)) return item;
            lock (_gate)
                if (_isEnded && _items.Count == 0 && !_hasGap) return null;
            await _wake.WaitAsync(cancel);
        }
    }

    /// <summary>Ends the subscription.</summary>
    public void Dispose()
    {
        _tail.Remove(this);
        End();
    }

    /// <summary>Whether a fact belongs in here.</summary>
    internal bool Wants(in EventHeader header) =>
        header.Position >= StartPosition && (_wants is null || _wants(header));

    /// <summary>Whether a fact is to be queued; if not, it is dropped. The pump alone asks and queues.</summary>
    internal bool HasRoom()
    {
        lock (_gate)
        {
            if (_isEnded) return false;
            _hasGap |= _items.Count == _capacity;
            if (!_hasGap) return true;
        }

        _wake.Set();
        return false;
    }

    /// <summary>Queues a fact there is room for.</summary>
    internal void Offer(in TailItem item)
    {
        lock (_gate)
        {
            if (_isEnded) return;
            Debug.Assert(!_hasGap, "(2) Nothing is queued behind an announced gap.");
            _items.Enqueue(item);
            Debug.Assert(_items.Count <= _capacity, "(1) No more is queued than the capacity.");
        }

        _wake.Set();
    }

    /// <summary>Nothing comes any more.</summary>
    internal void End()
    {
        lock (_gate) _isEnded = true;
        _wake.Set();
    }
}
