using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Core.Shards;

/// <content>
/// Shards that come and go, where several processes share a journal. Who may have which is not decided here: the caller
/// holds the right to append for a shard, under a term that grows with every new right, before it brings the shard.
/// </content>
public sealed partial class CatalogEngine
{
    /// <summary>Where commands for shards of other processes go; null where there is only one. Set before the
    /// start.</summary>
    public ICommandRouter? Router { get; set; }

    /// <summary>How many shards partitions are spread over.</summary>
    public int ShardCount => _shards.Length;

    /// <summary>Whether this process decides the shard's commands. O(1), thread-safe; may be over at once.</summary>
    public bool Owns(int shard) => _shards[shard].IsOwned;

    /// <summary>
    /// The shard of a partition, or the one a shard's own notes in the snapshot store are about. O(1), thread-safe.
    /// </summary>
    /// <param name="key">The partition.</param>
    /// <param name="shardCount">How many shards there are.</param>
    public static int ShardIndexOf(PartitionKey key, int shardCount) =>
        Checkpointer.TryShardOfWatermark(key, out int shard) && shard < shardCount
            ? shard
            : (int)(key.StableHash() % (ulong)shardCount);

    /// <summary>
    /// Under which key the snapshot store has a note of how far everything is saved, where all shards are here for
    /// good.
    /// </summary>
    public static PartitionKey WatermarkKey => Checkpointer.WatermarkKey;

    /// <summary>
    /// Under which key the snapshot store has a note of how far a shard is saved, where shards come and go: its
    /// recovery replays from the note's position.
    /// </summary>
    public static PartitionKey WatermarkKeyOf(int shard) => Checkpointer.WatermarkKeyOf(shard);

    /// <summary>
    /// Brings shards here: loads their snapshots, replays what the journal has behind them, and then decides their
    /// commands. The journal's committed position must have reached what earlier owners appended.
    /// </summary>
    /// <param name="shards">The shards; none is owned.</param>
    /// <param name="term">The term of the right to append for them.</param>
    /// <param name="cancel">Gives up between the steps; the shards are then not owned.</param>
    /// <returns>What was read.</returns>
    /// <exception cref="InvalidOperationException">
    /// The engine is not started, or one is here or not yet let go of.
    /// </exception>
    /// <exception cref="Storage.Journal.JournalCorruptException">The journal is damaged.</exception>
    /// <exception cref="InvalidDataException">A snapshot is damaged, or a fact's system unknown here.</exception>
    public async Task<RecoveryReport> AcquireAsync(
        IReadOnlyList<int> shards, long term, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(shards);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(term);
        if (!_acceptsCommands) throw new InvalidOperationException("The engine was not started.");
        long startedAt = _options.Time.GetTimestamp();
        foreach (int shard in shards)
        {
            bool isFree = false;
            await OnLoopAsync(_shards[shard], s => isFree = s.IsFree);
            if (!isFree) throw new InvalidOperationException($"Shard {shard} is here, or not handed back yet.");
        }

        cancel.ThrowIfCancellationRequested();
        var recovery = new Recovery(_storage, _shards, _hosts);
        await Task.Run(() => recovery.Run(shards), cancel);
        cancel.ThrowIfCancellationRequested();
        foreach (int shard in shards) await OnLoopAsync(_shards[shard], s => s.Own(term));
        return new RecoveryReport(
            recovery.EventCount, recovery.AppliedCount, _options.Time.GetElapsedTime(startedAt));
    }

    /// <summary>
    /// Hands a shard back: refuses its commands from now on, and completes when everything decided before is durable or
    /// lost and its partitions have left memory. At once when it is not owned.
    /// </summary>
    public Task ReleaseAsync(int shard)
    {
        var released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _shards[shard].PostChange(s => s.BeginRelease(released));
        return released.Task;
    }

    /// <summary>
    /// The right to append under <paramref name="term"/> is gone, and with it every shard that came by it. Completes
    /// when none is decided here any more.
    /// </summary>
    public async Task LoseAsync(long term)
    {
        foreach (Shard shard in _shards) await OnLoopAsync(shard, s => s.Lose(term));
    }

    private static Task OnLoopAsync(Shard shard, Action<Shard> action)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        shard.PostChange(s =>
        {
            action(s);
            done.SetResult();
        });
        return done.Task;
    }
}
