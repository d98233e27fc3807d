using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Shards;
using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Storage.Snapshots;
using Catalog.Engine.Tests.Shell;
using Catalog.Engine.Tests.Simulation;

namespace Catalog.Engine.Tests.Core.Shards;

/// <summary>
/// A store of snapshots that does not answer costs the partitions that are not in memory, and no others.
/// </summary>
public sealed class ShardLoadTests
{
    private readonly InMemoryJournal _journal = new();
    private readonly AwaySnapshots _snapshots = new(new PackedSnapshotStore(new SimulatedDisk(1)));
    private readonly ManualClock _clock = new();
    private readonly List<string> _reports = [];
    private readonly CatalogEngine _engine;
    private readonly SystemHandle<TallyState> _tally;

    public ShardLoadTests()
    {
        var options = new EngineOptions { Time = _clock, Report = (text, _) => _reports.Add(text) };
        _engine = new CatalogEngine(options, new EngineStorage(_journal, _snapshots));
        _tally = _engine.Add(new TallyMachine());
        _engine.Recover();
    }

    private long NowMs => _clock.GetUtcNow().ToUnixTimeMilliseconds();

    [Fact]
    public void Commands_for_a_partition_that_cannot_be_loaded_are_told_to_come_again()
    {
        Assert.Equal(1, Result(Add(1, 1)).Value.Sum);
        _snapshots.IsAway = true;
        Assert.Equal(ReplyStatus.Busy, Result(Add(2, 5)).Status);
        Assert.Equal(ReplyStatus.Busy, Result(Add(2, 5)).Status);
        Assert.Equal(2, Result(Add(1, 1)).Value.Sum);
        Assert.Single(_reports);
        _snapshots.IsAway = false;
        Assert.Equal(5, Result(Add(2, 5)).Value.Sum);
    }

    [Fact]
    public void A_timer_of_one_is_put_off()
    {
        _engine.Shards[0].ArmStored(new SnapshotInfo(new PartitionKey(200, 3), 0, NowMs + 10));
        _snapshots.IsAway = true;
        _clock.Advance(TimeSpan.FromMilliseconds(20));
        _engine.Shards[0].Turn();
        Assert.Single(_reports);
        Assert.Null(_engine.Shards[0].Partitions.FindLoaded(new PartitionKey(200, 3)));
        _snapshots.IsAway = false;
        _clock.Advance(TimeSpan.FromSeconds(2));
        _engine.Shards[0].Turn();
        Assert.NotNull(_engine.Shards[0].Partitions.FindLoaded(new PartitionKey(200, 3)));
    }

    [Fact]
    public void What_a_state_has_that_is_newer_than_its_index_is_not_replayed_into_it()
    {
        Assert.Equal(1, Result(Add(1, 1)).Value.Sum);
        _engine.Checkpoints.Begin();
        Assert.Equal(4, Result(Add(1, 3)).Value.Sum);
        while (_engine.Checkpoints.IsRunning)
        {
            Turn();
            _engine.Checkpoints.Step();
        }

        Assert.Equal(9, Result(Add(1, 5)).Value.Sum);
        _snapshots.IndexPosition = 1;
        var again = new CatalogEngine(new EngineOptions { Time = _clock }, new EngineStorage(_journal, _snapshots));
        again.Add(new TallyMachine());
        again.Recover();
        Partition? found = again.Shards[0].Partitions.FindLoaded(new PartitionKey(200, 1));
        Assert.Equal(9, Assert.IsType<Partition<TallyState>>(found).State.Sum);
    }

    private ValueTask<Reply<TallyResult>> Add(ulong key, long amount)
    {
        ValueTask<Reply<TallyResult>> task =
            _tally.ExecuteAsync<AddToTally, TallyResult>(key, new AddToTally(NowMs, amount));
        Turn();
        return task;
    }

    private void Turn()
    {
        _engine.Shards[0].Turn();
        while (_journal.RunOnce())
        {
        }
    }

    private static Reply<TallyResult> Result(ValueTask<Reply<TallyResult>> task)
    {
        Assert.True(task.IsCompleted);
        return task.GetAwaiter().GetResult();
    }
}
