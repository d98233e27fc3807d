using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Shards;
using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Storage.Snapshots;
using Catalog.Engine.Tests.House;
using Catalog.Engine.Tests.Simulation;

namespace Catalog.Engine.Tests.Core.Shards;

/// <summary>A shard turned by hand, on a journal that commits when told to.</summary>
public sealed class ShardTests
{
    private readonly InMemoryJournal _journal = new();
    private readonly SimulatedDisk _disk = new(1);
    private readonly DiscardingJournal _discard = new();

    [Fact]
    public void Nobody_is_answered_before_the_batch_is_durable_and_the_next_batch_is_decided_meanwhile()
    {
        (CatalogEngine engine, SystemHandle<TallyState> tally) = Engine(new EngineOptions { BatchesInFlight = 2 });
        ValueTask<Reply<TallyResult>> first = Add(tally, 1);
        Assert.True(engine.Shards[0].Turn());
        ValueTask<Reply<TallyResult>> second = Add(tally, 1);
        Assert.True(engine.Shards[0].Turn());
        Assert.False(first.IsCompleted);
        Assert.False(second.IsCompleted);
        ValueTask<Reply<TallyResult>> third = Add(tally, 1);
        Assert.False(engine.Shards[0].Turn());
        while (_journal.RunOnce())
        {
        }

        Assert.Equal(1, Result(first).Value.Sum);
        Assert.Equal(2, Result(second).Value.Sum);
        Assert.False(third.IsCompleted);
    }

    [Fact]
    public void A_query_sees_what_is_decided_and_is_answered_once_that_is_durable()
    {
        (CatalogEngine engine, SystemHandle<TallyState> tally) = Engine(new EngineOptions());
        ValueTask<Reply<TallyResult>> add = Add(tally, 5);
        engine.Shards[0].Turn();
        var query = new ReadTally(TallyHost.Now);
        ValueTask<Reply<TallyResult>> read = tally.ExecuteAsync<ReadTally, TallyResult>(1, query);
        engine.Shards[0].Turn();
        Assert.False(read.IsCompleted);
        while (_journal.RunOnce())
        {
        }

        Assert.Equal(5, Result(read).Value.Sum);
        Assert.Equal(5, Result(add).Value.Sum);
    }

    [Fact]
    public void A_turn_that_takes_long_ends_so_that_who_came_first_is_answered()
    {
        (CatalogEngine engine, SystemHandle<TallyState> tally) = Engine(new EngineOptions { Time = new SlowTime(5) });
        ValueTask<Reply<TallyResult>>[] tasks = [.. Enumerable.Range(0, 500).Select(_ => Add(tally, 1))];
        Assert.True(engine.Shards[0].Turn());
        while (_journal.RunOnce())
        {
        }

        Assert.Equal(1, Result(tasks[0]).Value.Sum);
        Assert.False(tasks[^1].IsCompleted);
        for (int turns = 0; !tasks[^1].IsCompleted; turns++)
        {
            Assert.True(turns < tasks.Length, "The turns end.");
            engine.Shards[0].Turn();
            while (_journal.RunOnce())
            {
            }
        }

        Assert.Equal(tasks.Length, Result(tasks[^1]).Value.Sum);
    }

    [Fact]
    public void A_full_mailbox_says_busy_and_nothing_happens()
    {
        (CatalogEngine engine, SystemHandle<TallyState> tally) = Engine(new EngineOptions { MailboxCapacity = 4 });
        ValueTask<Reply<TallyResult>>[] tasks = [.. Enumerable.Range(0, 6).Select(_ => Add(tally, 1))];
        Assert.Equal(ReplyStatus.Busy, Result(tasks[4]).Status);
        Assert.Equal(ReplyStatus.Busy, Result(tasks[5]).Status);
        engine.Shards[0].Turn();
        while (_journal.RunOnce())
        {
        }

        Assert.Equal(4, Result(tasks[3]).Value.Sum);
    }

    [Fact]
    public void Whoever_gets_in_after_the_last_turn_is_told_that_the_engine_stops()
    {
        (CatalogEngine engine, SystemHandle<TallyState> tally) = Engine(new EngineOptions());
        ValueTask<Reply<TallyResult>> before = Add(tally, 1);
        engine.Shards[0].RefuseWaiting();
        Assert.Equal(ReplyStatus.Stopping, Result(before).Status);
        Assert.Equal(ReplyStatus.Stopping, Result(Add(tally, 1)).Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_command_allocates_nothing_in_steady_state(bool isMeasured)
    {
        long batches = 0;
        var options = new EngineOptions { BatchCommitted = isMeasured ? _ => batches++ : null };
        (CatalogEngine engine, SystemHandle<TallyState> tally) = Engine(options, keeps: false);
        void Use()
        {
            ValueTask<Reply<TallyResult>> task = Add(tally, 1);
            engine.Shards[0].Turn();
            _discard.RunOnce();
            task.GetAwaiter().GetResult();
        }

        for (int i = 0; i < 2_000; i++) Use();
        AllocationGate.AssertNone(Use);
        Assert.Equal(isMeasured, batches > 2_000);
    }

    [Fact]
    public async Task A_group_prepares_what_is_in_memory_once()
    {
        (CatalogEngine engine, SystemHandle<TallyState> tally) = Engine(new EngineOptions(), keeps: false);
        const int Keys = (2 * SystemHost<TallyState>.MaxPrefetch) + 1;
        CommandGroup<TallyState, AddToTally, TallyResult> group = tally.CreateGroup<AddToTally, TallyResult>(0, Keys);
        for (int round = 0; round < 3; round++)
        {
            group.Clear();
            for (int key = 0; key < Keys; key++) group.TryAdd((ulong)key, new AddToTally(TallyHost.Now, 1));
            ValueTask<ReplyStatus> task = group.ExecuteAsync();
            engine.Shards[0].Turn();
            _discard.RunOnce();
            await task;
        }

        TallyState[] states =
            [.. engine.Shards[0].Partitions.Loaded.Select(p => ((Partition<TallyState>)p).State)];
        Assert.All(states, state => Assert.Equal(3, state.Sum));
        // The last key is alone in its part of the group: there is nothing to overlap with.
        Assert.Equal(2 * (Keys - 1), states.Sum(state => state.PrefetchCount));
        Assert.All(states, state => Assert.True(state.PrefetchCount is 0 or 2));
    }

    [Fact]
    public void A_group_allocates_nothing_in_steady_state()
    {
        (CatalogEngine engine, SystemHandle<TallyState> tally) = Engine(new EngineOptions(), keeps: false);
        CommandGroup<TallyState, AddToTally, TallyResult> group = tally.CreateGroup<AddToTally, TallyResult>(0, 16);
        void Use()
        {
            group.Clear();
            for (int i = 0; i < 16; i++) group.TryAdd((ulong)i, new AddToTally(TallyHost.Now, 1));
            ValueTask<ReplyStatus> task = group.ExecuteAsync();
            engine.Shards[0].Turn();
            _discard.RunOnce();
            task.GetAwaiter().GetResult();
        }

        for (int i = 0; i < 2_000; i++) Use();
        AllocationGate.AssertNone(Use);
    }

    private (CatalogEngine Engine, SystemHandle<TallyState> Tally) Engine(EngineOptions options, bool keeps = true)
    {
        IJournal journal = keeps ? _journal : _discard;
        var engine = new CatalogEngine(options, new EngineStorage(journal, new PackedSnapshotStore(_disk)));
        SystemHandle<TallyState> tally = engine.Add(new TallyMachine());
        engine.Recover();
        return (engine, tally);
    }

    private static ValueTask<Reply<TallyResult>> Add(SystemHandle<TallyState> tally, long amount) =>
        tally.ExecuteAsync<AddToTally, TallyResult>(1, new AddToTally(TallyHost.Now, amount));

    private static Reply<TallyResult> Result(ValueTask<Reply<TallyResult>> task)
    {
        Assert.True(task.IsCompleted);
        return task.GetAwaiter().GetResult();
    }
}
