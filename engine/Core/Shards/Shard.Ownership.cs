using System.Collections.Concurrent;

namespace Catalog.Engine.Core.Shards;

/// <content>
/// Having the shard, or not, where several processes share a journal. Without it the loop touches no partition: it
/// refuses what comes, and whoever brings the shard here may fill the partitions meanwhile.
/// <code>
/// not owned ──Own(term)──► owned ──BeginRelease──► refuses; waits for its batches ──► not owned
///                            └──────Lose(term): the right to append is gone───────────► not owned
/// </code>
/// Changes happen between two turns, so all of a batch is decided under one term.
/// </content>
internal sealed partial class Shard
{
    private readonly ConcurrentQueue<Action<Shard>> _changes = new();
    private long _term;
    private long _tenure;
    private volatile bool _isOwned;
    private volatile TaskCompletionSource? _released;

    /// <summary>Whether commands are decided here. Thread-safe; it may be over a moment later.</summary>
    public bool IsOwned => _isOwned;

    /// <summary>Grows whenever the shard comes or goes. Thread-safe.</summary>
    public long Tenure => Volatile.Read(ref _tenure);

    /// <summary>Whether the shard is not here in any way. On the loop.</summary>
    public bool IsFree => _term == 0;

    private bool IsReleaseDue => _released is not null && Volatile.Read(ref _batchesOut) == 0;

    private bool IsOwnershipChanging => !_changes.IsEmpty || IsReleaseDue;

    /// <summary>Has the loop change who owns the shard, before its next turn. Thread-safe.</summary>
    public void PostChange(Action<Shard> change)
    {
        _changes.Enqueue(change);
        _signal.Wake();
        if (_isClosed) RefuseWaiting();
    }

    /// <summary>The shard is this process's, and the partitions hold what the journal says.</summary>
    public void Own(long term)
    {
        _term = term;
        Interlocked.Increment(ref _tenure);
        _isOwned = true;
    }

    /// <summary>The right to append under <paramref name="term"/> or an earlier one is gone.</summary>
    public void Lose(long term)
    {
        if (_term != 0 && _term <= term) Forget();
    }

    /// <summary>Refuses from now on, and lets go when nothing is with the journal any more.</summary>
    public void BeginRelease(TaskCompletionSource released)
    {
        if (_term == 0)
        {
            released.SetResult();
            return;
        }

        _isOwned = false;
        _released = released;
    }

    /// <summary>The loop has ended, so nothing is decided any more: who waits for that need not wait longer.</summary>
    private void EndRelease()
    {
        while (_changes.TryDequeue(out Action<Shard>? change)) change(this);
        TaskCompletionSource? released = _released;
        _released = null;
        released?.SetResult();
    }

    private void ChangeOwnership()
    {
        while (_changes.TryDequeue(out Action<Shard>? change)) change(this);
        if (IsReleaseDue) Forget();
    }

    private void Forget()
    {
        _isOwned = false;
        _term = 0;
        Interlocked.Increment(ref _tenure);
        Partitions.Clear();
        _dirty.Clear();
        _toCapture.Clear();
        _wheel = NewWheel(_options);
        // A slice that is on its way ends the capture when it comes back.
        if (_emptySet is not null) EndCapture();
        TaskCompletionSource? released = _released;
        _released = null;
        released?.SetResult();
    }
}
