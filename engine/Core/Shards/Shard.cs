using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Storage.Journal;

namespace Catalog.Engine.Core.Shards;

/// <summary>
/// A single-writer loop over a set of partitions. A turn drains the mailbox, decides everything it finds into one
/// batch,
/// and hands the batch to the journal; while that batch is synced the next one is decided. Works are completed in the
/// order they were decided, once their batch is durable.
/// <code>
/// callers ─► mailbox ─► Turn: decide, apply ─► batch ─► journal (write, sync) ─► complete ─► callers
///                         ▲                                                       │
///                         └────────────────── batch comes back ───────────────────┘
/// </code>
/// Invariants: (1) only <see cref="Turn"/> touches partitions; (2) at most <see cref="EngineOptions.BatchesInFlight"/>
/// batches are with the journal; (3) a batch's snapshots hold exactly the facts up to the batch's end.
/// </summary>
internal sealed partial class Shard
{
    /// <summary>
    /// A batch of this many bytes is large enough to make a sync worth it: at 1 GB/s it takes 2 ms to write.
    /// </summary>
    private const int MaxBatchBytes = 2 * 1024 * 1024;

    /// <summary>
    /// A turn that has taken so long is over, so that who came first need not wait for everybody behind; a sync takes
    /// about a millisecond, and goes on meanwhile.
    /// </summary>
    private const int MaxTurnMs = 4;

    /// <summary>So many bytes of facts, some dozen commands, lie between two looks at the clock.</summary>
    private const int BytesBetweenLooks = 4 * 1024;

    private readonly Mailbox _mailbox;
    private readonly ConcurrentQueue<Work> _control = new();
    private readonly ConcurrentQueue<ShardBatch> _freeBatches = new();
    private readonly ShardSignal _signal = new();
    private readonly IJournal _journal;
    private readonly EngineOptions _options;
    private readonly GatherRule _gatherRule = new();
    private readonly int _maxBatchBytes;
    private ByteBuffer _records;
    private int _batchesOut;
    private bool _isGathering;
    private volatile bool _isClosed;
    private long _commandCount;
    private long _unreadableToldMs;
    private long _batchCount;

    public Shard(int index, EngineOptions options, EngineStorage storage, IReadOnlyDictionary<byte, SystemHost> hosts)
    {
        Index = index;
        _options = options;
        _journal = storage.Journal;
        _hosts = hosts;
        // Everything under way must fit into what the journal has promised, should the disk be full.
        _maxBatchBytes = Math.Min(MaxBatchBytes, _journal.ReservedBytes / (options.Shards * options.BatchesInFlight));
        _mailbox = new Mailbox(options.MailboxCapacity);
        Partitions = new PartitionTable(storage.Snapshots);
        for (int i = 0; i < options.BatchesInFlight; i++)
            _freeBatches.Enqueue(new ShardBatch(this, options.MaxBatchWorks));
        _records = new ByteBuffer(1);
        _emptySet = new Storage.Snapshots.SnapshotSet(options.SnapshotPieceBytes);
        _wheel = NewWheel(options);
        if (options.StartsOwning) Own(1);
    }

    /// <summary>Which shard this is.</summary>
    public int Index { get; }

    /// <summary>The partitions in memory.</summary>
    public PartitionTable Partitions { get; }

    /// <summary>Where the command at hand records its facts.</summary>
    public Decision Decision { get; } = new();

    /// <summary>Scratch space for an answer that is to be stored.</summary>
    public ByteBuffer Answer { get; } = new();

    /// <summary>The records of the current batch.</summary>
    public ByteBuffer Records => _records;

    /// <summary>Whether commands that change something may be decided.</summary>
    public bool AcceptsWrites { get; private set; }

    /// <summary>How many works wait.</summary>
    public int MailboxDepth => _mailbox.Count;

    /// <summary>Whether nothing waits and nothing is with the journal.</summary>
    public bool IsIdle => _mailbox.Count == 0 && _control.IsEmpty && Volatile.Read(ref _batchesOut) == 0;

    /// <summary>How the shard is doing. Thread-safe.</summary>
    public ShardStatus Status => new(
        Index,
        _mailbox.Count,
        _mailbox.Capacity,
        CommandCount,
        Volatile.Read(ref _batchCount),
        Volatile.Read(ref _batchesOut),
        Partitions.Count,
        IsOwned);

    /// <summary>Works decided so far.</summary>
    public long CommandCount => Volatile.Read(ref _commandCount);

    /// <summary>Puts a work into the mailbox; false when it is full. Thread-safe.</summary>
    public bool TryPost(Work work)
    {
        if (!_mailbox.TryEnqueue(work)) return false;
        _signal.Wake();
        if (_isClosed) RefuseWaiting();
        return true;
    }

    /// <summary>
    /// The loop has ended: whoever got in after its last turn is told so instead of waiting for ever. Thread-safe; a
    /// work is seen by this drain or, because the flag stands before it and the enqueueing before its own look at the
    /// flag, by the poster's.
    /// </summary>
    public void RefuseWaiting()
    {
        _isClosed = true;
        Interlocked.MemoryBarrier();
        lock (_freeBatches)
        {
            while (_mailbox.TryDequeue() is { } work) work.Refuse(ReplyStatus.Stopping);
            EndRelease();
        }
    }

    /// <summary>Puts a work of the engine's own before all others. Thread-safe.</summary>
    public void PostControl(Work work)
    {
        _control.Enqueue(work);
        _signal.Wake();
    }

    /// <summary>One turn of the loop.</summary>
    /// <returns>False when there was nothing to do, or no batch to do it in.</returns>
    public bool Turn()
    {
        ChangeOwnership();
        if (!_freeBatches.TryDequeue(out ShardBatch? batch)) return false;
        _records = batch.Records;
        batch.Term = _term;
        long startedAt = Timestamp();
        AcceptsWrites = _journal.AcceptsWrites;
        if (_isOwned)
        {
            Partitions.NowMs = NowMs();
            FireTimers();
        }

        Fill(batch);
        _isGathering = _gatherRule.IsDue(batch.Count, batch.Records.Length, Partitions.NowMs);
        if (_isOwned)
        {
            batch.Captured = CaptureSlice();
            Partitions.DropIdle(16, _options.IdleUnloadMs);
        }

        if (batch.IsEmpty)
        {
            _freeBatches.Enqueue(batch);
            return false;
        }

        _batchCount++;
        batch.NoteDecided(startedAt, Timestamp());
        bool isAlone = Interlocked.Increment(ref _batchesOut) == 1;
        // What was looked at is durable when nothing is under way: a hand-over to the journal and back is saved.
        if (isAlone && batch.IsLook && !_journal.IsAskedAboutReads) batch.OnDurable(_journal.CommittedPosition);
        else _journal.Append(batch);
        return true;
    }

    /// <summary>Tells who listens of a batch that is durable. On the journal's thread.</summary>
    public void Report(ShardBatch batch)
    {
        if (_options.BatchCommitted is not { } listener) return;
        TimeSpan decide = _options.Time.GetElapsedTime(batch.StartedAt, batch.DecidedAt);
        TimeSpan commit = _options.Time.GetElapsedTime(batch.DecidedAt);
        listener(new BatchReport(Index, batch.Count, batch.Records.Length, decide, commit));
    }

    /// <summary>Finds, loads or begins a partition; false when its snapshot cannot be read just now.</summary>
    public bool TryFind(SystemHost host, ulong key, [NotNullWhen(true)] out Partition? partition)
    {
        try
        {
            partition = Partitions.Find(host, key);
            return true;
        }
        catch (IOException exception)
        {
            partition = null;
            ReportUnreadable(new PartitionKey(host.SystemId, key), exception);
            return false;
        }
    }

    /// <summary>Points the decision at a partition.</summary>
    public Decision Begin(Partition partition, long timeMs)
    {
        Decision.Begin(_records, partition.Key, timeMs);
        return Decision;
    }

    /// <summary>Books what a decision changed beside the state: dirtiness, time, the next timer.</summary>
    public void Finish(Partition partition, int emittedCount)
    {
        if (emittedCount == 0)
        {
            if (partition.Status == PartitionStatus.Fresh) Partitions.Forget(partition);
            return;
        }

        partition.LastTimeMs = Decision.TimeMs;
        MarkDirty(partition);
        Arm(partition);
    }

    /// <summary>A decider threw. Harmless before the first fact; after it, state and journal would differ.</summary>
    public void Fault(Exception exception, PartitionKey key, int emittedCount, int recordsMark)
    {
        if (emittedCount > 0)
            _options.FailStop($"A decider threw after it had recorded facts of partition {key}.", exception);
        _records.Truncate(recordsMark);
        if (Partitions.FindLoaded(key) is { Status: PartitionStatus.Fresh } untouched) Partitions.Forget(untouched);
        _options.Report($"A decider threw on partition {key}; nothing was changed.", exception);
    }

    /// <summary>Takes a batch back from the journal. On the journal's thread.</summary>
    public void Recycle(ShardBatch batch, Storage.Snapshots.SnapshotSet? captured, long endPosition)
    {
        if (captured is not null) OnCaptureDurable(captured, endPosition);
        TakeBack(batch);
    }

    /// <summary>Takes a batch back that will not become durable here. On the journal's thread.</summary>
    public void RecycleLost(ShardBatch batch, Storage.Snapshots.SnapshotSet? captured)
    {
        if (captured is not null) PostControl(new ControlWork(s => s.OnCaptureWritten(captured, isStored: false)));
        TakeBack(batch);
    }

    /// <summary>Runs turns until <paramref name="stop"/> says so; sleeps when there is nothing to do.</summary>
    public void Run(CancellationToken stop)
    {
        using CancellationTokenRegistration registration = stop.Register(_signal.Wake);
        while (!stop.IsCancellationRequested)
        {
            if (Turn())
            {
                if (_isGathering && _options.GatherMs > 0) Thread.Sleep(_options.GatherMs);
                continue;
            }

            _signal.Announce();
            if (HasSomethingToDo() || stop.IsCancellationRequested) _signal.Cancel();
            else _signal.Sleep(SleepMs());
        }
    }

    private void Fill(ShardBatch batch)
    {
        long beganAt = _options.Time.GetTimestamp();
        int lookAt = BytesBetweenLooks;
        while (!batch.IsFull && batch.Records.Length < _maxBatchBytes && NextWork() is { } work)
        {
            work.Decide(this);
            batch.Add(work);
            _commandCount++;
            if (batch.Records.Length < lookAt) continue;
            if (_options.Time.GetElapsedTime(beganAt).TotalMilliseconds >= MaxTurnMs) break;
            lookAt = batch.Records.Length + BytesBetweenLooks;
        }
    }

    // One a second: every command for such a partition comes here.
    private void ReportUnreadable(PartitionKey key, IOException exception)
    {
        if (Partitions.NowMs < _unreadableToldMs + 1000) return;
        _unreadableToldMs = Partitions.NowMs;
        _options.Report($"The snapshot of {key} cannot be read now; its commands are refused until it can.", exception);
    }

    private bool HasSomethingToDo() =>
        IsOwnershipChanging
        || (!_freeBatches.IsEmpty && (!_mailbox.IsEmpty || !_control.IsEmpty || NextTimerMs() <= NowMs()));

    private void TakeBack(ShardBatch batch)
    {
        _freeBatches.Enqueue(batch);
        Interlocked.Decrement(ref _batchesOut);
        // A loop that sleeps with nothing in the mailbox did not sleep for want of a batch.
        if (_mailbox.Count > 0 || !_control.IsEmpty || IsOwnershipChanging) _signal.Wake();
    }

    private int SleepMs()
    {
        long untilDueMs = NextTimerMs() - NowMs();
        return (int)Math.Clamp(untilDueMs, 1, _options.MaxSleepMs);
    }

    private Work? NextWork() => _control.TryDequeue(out Work? control) ? control : _mailbox.TryDequeue();

    private long Timestamp() => _options.BatchCommitted is null ? 0 : _options.Time.GetTimestamp();

    private long NowMs() => _options.Time.GetUtcNow().ToUnixTimeMilliseconds();
}
