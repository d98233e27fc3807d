namespace Catalog.Engine.Core.Shards;

/// <summary>
/// A bounded queue of work with many producers and one consumer: the door of a shard. A full mailbox refuses at once,
/// so memory is bounded and callers learn of overload before anything has happened.
/// <code>
/// slot i: [sequence | work]      free for lap L when sequence = i + L·capacity, filled when that + 1
/// </code>
/// Invariants: (1) tail − head ≤ capacity; (2) works come out in the order their slots were claimed; (3) a slot is
/// written by the one producer that moved the tail past it.
/// </summary>
/// <remarks>
/// Enqueueing is lock-free, one compare-and-swap; dequeueing is wait-free and for one thread alone. No allocation.
/// Source: D. Vyukov, "Bounded MPMC queue", with a single consumer.
/// </remarks>
internal sealed class Mailbox
{
    private readonly Slot[] _slots;
    private PaddedCounter _tail;
    private PaddedCounter _head;

    public Mailbox(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 2);
        if ((capacity & (capacity - 1)) != 0) throw new ArgumentException("Not a power of two.", nameof(capacity));
        _slots = new Slot[capacity];
        for (int i = 0; i < capacity; i++) _slots[i].Sequence = i;
    }

    public int Capacity => _slots.Length;

    /// <summary>How many works wait: exact for the consumer when nobody enqueues, else a recent value.</summary>
    public int Count => (int)Math.Max(0, Volatile.Read(ref _tail.Value) - Volatile.Read(ref _head.Value));

    /// <summary>Whether the consumer would find nothing.</summary>
    public bool IsEmpty => Volatile.Read(ref _slots[_head.Value & (_slots.Length - 1)].Sequence) != _head.Value + 1;

    public bool TryEnqueue(Work work)
    {
        long tail = Volatile.Read(ref _tail.Value);
        while (true)
        {
            ref Slot slot = ref _slots[tail & (_slots.Length - 1)];
            long lead = Volatile.Read(ref slot.Sequence) - tail;
            if (lead < 0) return false;
            if (lead == 0)
            {
                long seen = Interlocked.CompareExchange(ref _tail.Value, tail + 1, tail);
                if (seen == tail)
                {
                    slot.Work = work;
                    Volatile.Write(ref slot.Sequence, tail + 1);
                    return true;
                }

                tail = seen;
            }
            else
            {
                tail = Volatile.Read(ref _tail.Value);
            }
        }
    }

    public Work? TryDequeue()
    {
        long head = _head.Value;
        ref Slot slot = ref _slots[head & (_slots.Length - 1)];
        if (Volatile.Read(ref slot.Sequence) != head + 1) return null;
        Work? work = slot.Work;
        slot.Work = null;
        Volatile.Write(ref slot.Sequence, head + _slots.Length);
        Volatile.Write(ref _head.Value, head + 1);
        return work;
    }

    // mutable: slots are written in place.
    private struct Slot
    {
        public long Sequence;
        public Work? Work;
    }
}
