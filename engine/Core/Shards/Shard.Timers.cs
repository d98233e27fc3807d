using System.Diagnostics;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Time;
using Catalog.Engine.Storage.Snapshots;

namespace Catalog.Engine.Core.Shards;

/// <summary>Waking partitions when time has passed something.</summary>
internal sealed partial class Shard
{
    /// <summary>Most partitions woken in one turn, so that a burst of timers cannot hold the mailbox up.</summary>
    private const int MaxTimersPerTurn = 256;

    /// <summary>How long a wake-up is put off while the disk is full.</summary>
    private const int PutOffMs = 1000;

    private TimerWheel<PartitionKey> _wheel;
    private readonly IReadOnlyDictionary<byte, SystemHost> _hosts;

    /// <summary>Arms the wheel for a partition that is not in memory.</summary>
    public void ArmStored(in SnapshotInfo info)
    {
        if (info.NextDueMs != long.MaxValue) Schedule(info.Key, info.NextDueMs);
    }

    /// <summary>
    /// Arms the wheel for when the partition next wants to be woken. A later wish leaves the earlier timer, which
    /// re-arms.
    /// </summary>
    public void Arm(Partition partition)
    {
        long dueMs = partition.Host.NextDueMs(partition);
        if (dueMs >= partition.ArmedDueMs) return;
        partition.ArmedDueMs = dueMs;
        Schedule(partition.Key, dueMs);
    }

    private static TimerWheel<PartitionKey> NewWheel(EngineOptions options) =>
        new(options.Time.GetUtcNow().ToUnixTimeMilliseconds(), options.MaxTimersPerShard);

    private void FireTimers()
    {
        long nowMs = Partitions.NowMs;
        for (int i = 0; i < MaxTimersPerTurn && _wheel.TryPop(nowMs, out PartitionKey key); i++)
        {
            if (!TryFind(_hosts[key.System], key.Key, out Partition? partition))
            {
                Schedule(key, nowMs + PutOffMs);
                continue;
            }

            if (!AcceptsWrites)
            {
                PutOff(partition, nowMs);
                continue;
            }

            partition.ArmedDueMs = long.MaxValue;
            if (partition.Host.NextDueMs(partition) <= nowMs) Fire(partition, nowMs);
            else Arm(partition);
        }
    }

    private void Fire(Partition partition, long nowMs)
    {
        Decision decision = Begin(partition, Math.Max(nowMs, partition.LastTimeMs));
        int mark = _records.Length;
        try
        {
            partition.Host.OnDue(partition, decision);
        }
        catch (Exception exception)
        {
            Fault(exception, partition.Key, decision.EmittedCount, mark);
            return;
        }

        Finish(partition, decision.EmittedCount);
        bool hasMoved = partition.Host.NextDueMs(partition) > nowMs;
        Debug.Assert(hasMoved, "OnDue must move the next due time forward");
        if (hasMoved) Arm(partition);
        else PutOff(partition, nowMs);
    }

    private void PutOff(Partition partition, long nowMs)
    {
        partition.ArmedDueMs = nowMs + PutOffMs;
        Schedule(partition.Key, partition.ArmedDueMs);
    }

    private void Schedule(PartitionKey key, long dueMs)
    {
        if (!_wheel.TrySchedule(dueMs, key, out _))
            _options.Report($"Shard {Index}: no room for a timer of {key}; time is noticed at its next use.", null);
    }

    // Without the shard the wheel is being filled by whoever brings it here, or means nothing.
    private long NextTimerMs() => _isOwned ? _wheel.NextDueMs : long.MaxValue;
}
