using System.Diagnostics;

namespace Catalog.Engine.Storage.Journal;

/// <summary>
/// Batches on their way to the journal's thread: many producers, one consumer, first in, first out, nothing allocated.
/// <code>
/// producers push here                      the consumer pops here
/// _pushed → batch → batch → null           _first → batch → batch ← _last
///           newest first                            oldest first
/// </code>
/// A push is one compare-and-swap on the stack (R. K. Treiber, IBM RJ 5118, 1986); the consumer takes the whole
/// stack with one exchange and turns it round, so there is no ABA hazard. An idle consumer sleeps on an event that
/// only the push that finds it asleep has to set. For those who implement a journal.
/// </summary>
/// <remarks>
/// Invariants: (1) gathered batches are in the order they were pushed in; (2) a batch is queued at most once.
/// </remarks>
public sealed partial class BatchQueue : IDisposable
{
    private readonly AutoResetEvent _wake = new(false);
    private JournalBatch? _pushed;
    private JournalBatch? _first;
    private JournalBatch? _last;
    private int _asleep;
    private bool _isWoken;

    /// <summary>The oldest gathered batch; null when there is none. Consumer only.</summary>
    public JournalBatch? First => _first;

    /// <summary>Queues a batch. Thread-safe, lock-free, O(1).</summary>
    /// <exception cref="InvalidOperationException">It is queued already.</exception>
    public void Push(JournalBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (batch.IsQueued) throw new InvalidOperationException("The batch is in the journal's hands already.");
        batch.IsQueued = true;
        JournalBatch? seen = Volatile.Read(ref _pushed);
        while (true)
        {
            batch.Next = seen;
            JournalBatch? was = Interlocked.CompareExchange(ref _pushed, batch, seen);
            if (ReferenceEquals(was, seen)) break;
            seen = was;
        }

        if (Volatile.Read(ref _asleep) == 1) Wake();
    }

    /// <summary>Moves what was pushed behind what was gathered before. Consumer only, O(pushed).</summary>
    public void Gather()
    {
        if (Volatile.Read(ref _pushed) is null) return;
        JournalBatch? newest = Interlocked.Exchange(ref _pushed, null);
        JournalBatch? oldest = null;
        for (JournalBatch? batch = newest; batch is not null;)
        {
            JournalBatch? next = batch.Next;
            batch.Next = oldest;
            oldest = batch;
            batch = next;
        }

        if (_last is null) _first = oldest;
        else _last.Next = oldest;
        _last = newest;
        Debug.Assert(_last?.Next is null, "the newest batch is the last");
    }

    /// <summary>Takes the oldest gathered batch off and out of the journal's hands. Consumer only, O(1).</summary>
    public JournalBatch Pop()
    {
        Debug.Assert(_first is not null, "there is a gathered batch");
        JournalBatch batch = _first;
        _first = batch.Next;
        if (_first is null) _last = null;
        batch.Next = null;
        batch.IsQueued = false;
        return batch;
    }

    /// <summary>
    /// Sleeps until a batch is pushed, <see cref="Wake"/> is called or the time is over. Consumer only; may return
    /// early.
    /// </summary>
    /// <param name="timeoutMs">The time, in milliseconds; -1 for no end.</param>
    public void WaitForPush(int timeoutMs = Timeout.Infinite)
    {
        Interlocked.Exchange(ref _asleep, 1);
        if (Volatile.Read(ref _pushed) is null && !Volatile.Read(ref _isWoken)) _wake.WaitOne(timeoutMs);
        Volatile.Write(ref _asleep, 0);
        Interlocked.Exchange(ref _isWoken, false);
    }

    /// <summary>
    /// Wakes the consumer when it sleeps; else its next sleep ends at once. Thread-safe.
    /// </summary>
    public void Wake()
    {
        // Either the consumer sees the flag before it sleeps, or this sees that it sleeps: both sides fence in between.
        Volatile.Write(ref _isWoken, true);
        if (Interlocked.Exchange(ref _asleep, 0) == 1) _wake.Set();
    }

    /// <summary>Lets go of the event; nobody may sleep on it.</summary>
    public void Dispose() => _wake.Dispose();
}
