using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Shards;
using Catalog.Engine.Storage.Disks;

namespace Catalog.Engine.Tests.Core.Shards;

public sealed class CatalogEngineTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("catalog-engine-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Acknowledged_commands_are_there_after_a_restart()
    {
        await using TallyHost host = await TallyHost.StartAsync(_folder, new EngineOptions { Shards = 2 });
        for (ulong key = 0; key < 50; key++) await host.AddAsync(key, (long)key);
        await host.RestartAsync(new EngineOptions { Shards = 3 });
        for (ulong key = 0; key < 50; key++) Assert.Equal((long)key, await host.ReadAsync(key));
    }

    [Fact]
    public async Task A_restart_reads_only_what_no_snapshot_holds()
    {
        await using TallyHost host = await TallyHost.StartAsync(_folder);
        for (int i = 0; i < 1000; i++) await host.AddAsync((ulong)i % 7, 1);
        await host.Engine.CheckpointAsync();
        await host.RestartAsync();
        Assert.Equal(0, host.Engine.Recovered.AppliedCount);
        Assert.Equal(143, await host.ReadAsync(0));
    }

    [Fact]
    public async Task Answers_come_in_the_order_of_the_commands()
    {
        await using TallyHost host = await TallyHost.StartAsync(_folder);
        ValueTask<Reply<TallyResult>>[] tasks = [.. Enumerable.Range(0, 2000).Select(_ => host.AddAsync(1, 1))];
        for (int i = 0; i < tasks.Length; i++) Assert.Equal(i + 1, (await tasks[i]).Value.Sum);
    }

    [Fact]
    public async Task A_repeated_key_gives_the_first_answer_and_another_payload_is_refused()
    {
        await using TallyHost host = await TallyHost.StartAsync(_folder);
        var key = new IdempotencyKey(1, 2, 3);
        Reply<TallyResult> first = await host.AddAsync(9, 5, key);
        await host.AddAsync(9, 1);
        Reply<TallyResult> again = await host.AddAsync(9, 5, key);
        Assert.Equal((ReplyStatus.Repeated, first.Value), (again.Status, again.Value));
        Assert.Equal(ReplyStatus.KeyReused, (await host.AddAsync(9, 5, key with { PayloadHash = 4 })).Status);
        Assert.Equal(6, await host.ReadAsync(9));
        await host.RestartAsync();
        Assert.Equal((ReplyStatus.Repeated, first.Value), Pair(await host.AddAsync(9, 5, key)));
        await host.Engine.CheckpointAsync();
        await host.RestartAsync();
        Assert.Equal((ReplyStatus.Repeated, first.Value), Pair(await host.AddAsync(9, 5, key)));
        Assert.Equal(6, await host.ReadAsync(9));
    }

    [Fact]
    public async Task An_operation_in_two_steps_is_running_until_it_is_finished()
    {
        await using TallyHost host = await TallyHost.StartAsync(_folder);
        var start = new IdempotencyKey(1, 2, 3, IdempotencyPhase.Start);
        Assert.Equal(ReplyStatus.Done, (await host.AddAsync(9, 5, start)).Status);
        Assert.Equal(ReplyStatus.KeyRunning, (await host.AddAsync(9, 5, start)).Status);
        Reply<TallyResult> end = await host.AddAsync(9, 7, start with { Phase = IdempotencyPhase.Finish });
        Assert.Equal(12, end.Value.Sum);
        Assert.Equal((ReplyStatus.Repeated, end.Value), Pair(await host.AddAsync(9, 5, start)));
    }

    [Fact]
    public async Task A_keyed_command_without_effect_is_not_remembered()
    {
        await using TallyHost host = await TallyHost.StartAsync(_folder);
        var key = new IdempotencyKey(1, 2, 3);
        Assert.False((await host.AddAsync(9, TallyMachine.Refused, key)).Value.IsDone);
        Assert.Equal(ReplyStatus.Done, (await host.AddAsync(9, TallyMachine.Refused, key)).Status);
    }

    [Fact]
    public async Task A_decider_that_throws_changes_nothing_and_is_reported()
    {
        await using TallyHost host = await TallyHost.StartAsync(_folder);
        await host.AddAsync(9, 5);
        Assert.Equal(ReplyStatus.Faulted, (await host.AddAsync(9, TallyMachine.Throws)).Status);
        Assert.Equal(5, await host.ReadAsync(9));
        Assert.Contains(host.Reports, text => text.Contains("threw", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Idle_partitions_leave_memory_and_come_back()
    {
        await using TallyHost host = await TallyHost.StartAsync(_folder, new EngineOptions { IdleUnloadMs = 0 });
        for (ulong key = 0; key < 200; key++) await host.AddAsync(key, 3);
        await host.Engine.CheckpointAsync();
        for (int i = 0; i < 200 && host.Engine.Shards[0].Partitions.Count > 20; i++) await host.ReadAsync(0);
        Assert.InRange(host.Engine.Shards[0].Partitions.Count, 0, 20);
        for (ulong key = 0; key < 200; key++) Assert.Equal(3, await host.ReadAsync(key));
    }

    [Fact]
    public async Task Looking_at_unknown_partitions_leaves_nothing_behind()
    {
        await using TallyHost host = await TallyHost.StartAsync(_folder);
        for (ulong key = 0; key < 100; key++) await host.ReadAsync(key);
        Assert.Equal(0, host.Engine.Shards[0].Partitions.Count);
    }

    [Fact]
    public async Task A_partition_is_woken_when_its_time_has_come_even_after_a_restart()
    {
        await using TallyHost host = await TallyHost.StartAsync(_folder);
        long dueMs = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() + 300;
        await host.Tally.ExecuteAsync<AddToTally, TallyResult>(4, new AddToTally(TallyHost.Now, 1, default, dueMs));
        await host.RestartAsync();
        while (await host.ReadAsync(4) != 1_000_001) await Task.Delay(20);
    }

    [Fact]
    public async Task A_data_folder_belongs_to_one_engine()
    {
        await using TallyHost host = await TallyHost.StartAsync(_folder);
        Assert.Throws<DiskInUseException>(() => EngineStorage.OpenFolder(_folder));
    }

    [Fact]
    public async Task A_disposed_engine_takes_no_commands()
    {
        TallyHost host = await TallyHost.StartAsync(_folder);
        await host.DisposeAsync();
        Assert.Equal(ReplyStatus.Stopping, (await host.AddAsync(1, 1)).Status);
    }

    [Fact]
    public async Task Commands_under_way_are_answered_before_the_engine_is_gone()
    {
        TallyHost host = await TallyHost.StartAsync(_folder);
        ValueTask<Reply<TallyResult>>[] tasks = [.. Enumerable.Range(0, 500).Select(_ => host.AddAsync(1, 1))];
        await host.DisposeAsync();
        foreach (ValueTask<Reply<TallyResult>> task in tasks) Assert.Equal(ReplyStatus.Done, (await task).Status);
    }

    [Fact]
    public async Task A_group_is_answered_together()
    {
        await using TallyHost host = await TallyHost.StartAsync(_folder, new EngineOptions { Shards = 2 });
        ulong other = Enumerable.Range(0, 99).Select(i => (ulong)i).First(key => host.Tally.ShardIndexOf(key) == 1);
        ulong mine = Enumerable.Range(0, 99).Select(i => (ulong)i).First(key => host.Tally.ShardIndexOf(key) == 0);
        CommandGroup<TallyState, AddToTally, TallyResult> group = host.Tally.CreateGroup<AddToTally, TallyResult>(0, 3);
        Assert.False(group.TryAdd(other, new AddToTally(TallyHost.Now, 1)));
        for (int i = 0; i < 3; i++) Assert.True(group.TryAdd(mine, new AddToTally(TallyHost.Now, 1)));
        Assert.False(group.TryAdd(mine, new AddToTally(TallyHost.Now, 1)));
        Assert.Equal(ReplyStatus.Done, await group.ExecuteAsync());
        Assert.Equal([1, 2, 3], group.Replies.ToArray().Select(reply => reply.Value.Sum));
    }

    private static (ReplyStatus Status, TallyResult Value) Pair(Reply<TallyResult> reply) =>
        (reply.Status, reply.Value);
}
