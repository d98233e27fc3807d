using System.Collections.Immutable;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Storage.Journal;

namespace Catalog.Engine.Core.Projections;

/// <summary>
/// Live facts for whoever listens now, as for server-sent events: nothing is kept for those who are away. A fact comes
/// after the models of the same <see cref="ProjectionPump"/> have it, so a listener that reads one finds it there.
/// </summary>
/// <remarks>
/// Thread-safe. A fact's payload is copied once, however many listen, and not at all when nobody wants it or nobody
/// who does has room for it.
/// </remarks>
public sealed class EventTail
{
    private readonly IJournal _journal;
    private readonly Lock _gate = new();
    private ImmutableArray<EventSubscription> _subscriptions = [];
    private volatile bool _isEnded;

    internal EventTail(IJournal journal) => _journal = journal;

    /// <summary>How many listen.</summary>
    public int SubscriptionCount => _subscriptions.Length;

    /// <summary>Listens to what is committed from now on.</summary>
    /// <param name="capacity">Facts kept for a slow reader before it is told of a gap.</param>
    /// <param name="wants">Which facts, or null for all; quick, called on the pump's task.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is not positive.</exception>
    public EventSubscription Subscribe(int capacity = 1024, Func<EventHeader, bool>? wants = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        EventSubscription subscription;
        lock (_gate)
        {
            // Handed out to it is what is handed out from here on, and that begins at or before what is committed now.
            subscription = new EventSubscription(this, _journal.CommittedPosition, capacity, wants);
            _subscriptions = _subscriptions.Add(subscription);
        }

        if (_isEnded) subscription.End();
        return subscription;
    }

    internal void Remove(EventSubscription subscription)
    {
        lock (_gate) _subscriptions = _subscriptions.Remove(subscription);
    }

    internal void Publish(EventBatch batch)
    {
        ImmutableArray<EventSubscription> subscriptions;
        lock (_gate) subscriptions = _subscriptions;
        if (subscriptions.IsEmpty) return;
        for (int i = 0; i < batch.Count; i++)
        {
            ref readonly EventHeader header = ref batch.Header(i);
            byte[]? payload = null;
            foreach (EventSubscription subscription in subscriptions)
            {
                if (!subscription.Wants(in header) || !subscription.HasRoom()) continue;
                payload ??= batch.Payload(i).ToArray();
                subscription.Offer(new TailItem(header, payload, IsGap: false));
            }
        }
    }

    internal void End()
    {
        _isEnded = true;
        foreach (EventSubscription subscription in _subscriptions) subscription.End();
    }
}
