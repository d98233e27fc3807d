using Catalog.Engine.Storage.Snapshots;

namespace Catalog.Engine.Core.Shards;

/// <summary>
/// How an engine is sized and what it may call. Checked by <see cref="Validate"/> when the engine is made.
/// </summary>
public sealed record EngineOptions
{
    /// <summary>The most shards.</summary>
    public const int MaxShards = 256;

    /// <summary>Number of single-writer loops. Partitions are spread over them by a stable hash.</summary>
    public int Shards { get; init; } = 1;

    /// <summary>
    /// Commands that may wait in front of one shard before callers are told it is busy; a power of two.
    /// </summary>
    public int MailboxCapacity { get; init; } = 16 * 1024;

    /// <summary>Commands decided into one batch at most.</summary>
    public int MaxBatchWorks { get; init; } = 4096;

    /// <summary>Batches a shard may have with the journal while it decides the next one.</summary>
    public int BatchesInFlight { get; init; } = 3;

    /// <summary>Timers one shard may have pending.</summary>
    public int MaxTimersPerShard { get; init; } = 1 << 17;

    /// <summary>The longest a shard sleeps without looking around, in milliseconds.</summary>
    public int MaxSleepMs { get; init; } = 1000;

    /// <summary>
    /// How long a shard under load lets commands gather before its next turn, in milliseconds: fewer, larger batches
    /// cost fewer wake-ups and syncs. Only while several small commands come a millisecond, and as many come with it as
    /// without; 0 for never.
    /// </summary>
    public int GatherMs { get; init; }

    /// <summary>A partition unused for so long leaves memory once it is in a snapshot, in milliseconds.</summary>
    public long IdleUnloadMs { get; init; } = 10 * 60 * 1000;

    /// <summary>Snapshots are taken whenever the journal has grown by so many bytes.</summary>
    public long CheckpointBytes { get; init; } = 128L * 1024 * 1024;

    /// <summary>Snapshots are taken at least this often while anything changes.</summary>
    public TimeSpan CheckpointInterval { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// A partition's state that gets longer is saved in pieces of so many bytes, so that no array has to hold it whole.
    /// </summary>
    public int SnapshotPieceBytes { get; init; } = SnapshotSet.DefaultPieceBytes;

    /// <summary>
    /// Whether all shards are this process's from the start. False where several share a journal: then shards come by
    /// <see cref="CatalogEngine.AcquireAsync"/>, and recovery is part of that.
    /// </summary>
    public bool StartsOwning { get; init; } = true;

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>
    /// Called when going on could lose or contradict what was acknowledged: a failed write or sync, a decider that
    /// threw
    /// half-way. It must not return; the default ends the process.
    /// </summary>
    public Action<string, Exception?> FailStop { get; init; } = Environment.FailFast;

    /// <summary>
    /// Told about what an operator should know of and the engine survives. Thread-safe, must be quick.
    /// </summary>
    public Action<string, Exception?> Report { get; init; } = static (_, _) => { };

    /// <summary>
    /// Told of each batch once it is durable, on the journal's thread, before the batch is used again: must be quick
    /// and must not throw. Null, and no time is measured.
    /// </summary>
    public Action<BatchReport>? BatchCommitted { get; init; }

    /// <summary>Throws when an option makes no sense.</summary>
    /// <exception cref="ArgumentException">Names the option and its bounds.</exception>
    public void Validate()
    {
        Require(Shards is >= 1 and <= MaxShards, nameof(Shards), "1 to 256");
        bool isPowerOfTwo = MailboxCapacity >= 2 && (MailboxCapacity & (MailboxCapacity - 1)) == 0;
        Require(isPowerOfTwo, nameof(MailboxCapacity), "a power of two");
        Require(MaxBatchWorks is >= 1 and <= 65536, nameof(MaxBatchWorks), "1 to 65536");
        Require(BatchesInFlight is >= 1 and <= 16, nameof(BatchesInFlight), "1 to 16");
        Require(MaxTimersPerShard >= 1, nameof(MaxTimersPerShard), "at least 1");
        Require(MaxSleepMs >= 1, nameof(MaxSleepMs), "at least 1 ms");
        Require(GatherMs is >= 0 and <= 100, nameof(GatherMs), "0 to 100 ms");
        Require(IdleUnloadMs >= 0, nameof(IdleUnloadMs), "not negative");
        Require(CheckpointBytes >= 64 * 1024, nameof(CheckpointBytes), "at least 64 KiB");
        Require(SnapshotPieceBytes is >= 1 and <= 1 << 30, nameof(SnapshotPieceBytes), "1 byte to 1 GiB");
        Require(CheckpointInterval > TimeSpan.Zero, nameof(CheckpointInterval), "longer than nothing");
    }

    private static void Require(bool holds, string option, string bounds)
    {
        if (!holds) throw new ArgumentException($"{nameof(EngineOptions)}.{option} must be {bounds}.", option);
    }
}
