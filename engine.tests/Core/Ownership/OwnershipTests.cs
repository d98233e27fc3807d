using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Shards;
using Catalog.Engine.Tests.Core.Shards;

namespace Catalog.Engine.Tests.Core.Ownership;

public sealed class OwnershipTests
{
    private static readonly int[] EveryShard = [.. Enumerable.Range(0, OwnershipWorld.Shards)];

    [Fact]
    public async Task Nobody_owns_anything_before_it_was_acquired()
    {
        await using OwnershipWorld world = await OwnershipWorld.StartAsync();
        Assert.All(EveryShard, shard => Assert.False(world.Nodes[0].Engine.Owns(shard)));
        Assert.Equal(ReplyStatus.Moved, (await world.Nodes[0].AddAsync(1, 1)).Status);
        Assert.Equal(ReplyStatus.Moved, (await world.Nodes[0].ReadAsync(1)).Status);
    }

    [Fact]
    public async Task A_command_finds_the_owner_from_either_node()
    {
        await using OwnershipWorld world = await OwnershipWorld.StartAsync();
        await world.Nodes[0].Engine.AcquireAsync([0, 1], 1);
        await world.Nodes[1].Engine.AcquireAsync([2, 3], 1);
        for (ulong key = 0; key < 40; key++)
        {
            foreach (OwnershipWorld.Node node in world.Nodes)
                Assert.Equal(ReplyStatus.Done, (await node.AddAsync(key, 1)).Status);
            Assert.Equal(2, (await world.Nodes[0].ReadAsync(key)).Value.Sum);
        }

        Assert.All(world.Nodes, node => Assert.InRange(node.RoutedCount, 10, 70));
    }

    [Fact]
    public async Task A_group_finds_the_owner_too()
    {
        await using OwnershipWorld world = await OwnershipWorld.StartAsync();
        await world.Nodes[1].Engine.AcquireAsync(EveryShard, 1);
        SystemHandle<TallyState> tally = world.Nodes[0].Tally;
        var group = tally.CreateGroup<AddToTally, TallyResult>(tally.ShardIndexOf(5), 3);
        for (int i = 0; i < 3; i++) Assert.True(group.TryAdd(5, new AddToTally(TallyHost.Now, 2)));
        Assert.Equal(ReplyStatus.Done, await group.ExecuteAsync());
        Assert.Equal(6, group.Replies[2].Value.Sum);
        group.Clear();
        await world.MoveAsync(tally.ShardIndexOf(5), to: 0);
        Assert.True(group.TryAdd(5, new AddToTally(TallyHost.Now, 1)));
        Assert.Equal(ReplyStatus.Done, await group.ExecuteAsync());
        Assert.Equal(7, group.Replies[0].Value.Sum);
    }

    [Fact]
    public async Task Giving_back_ends_when_the_engine_has_ended_before()
    {
        await using OwnershipWorld world = await OwnershipWorld.StartAsync();
        CatalogEngine engine = world.Nodes[0].Engine;
        await engine.AcquireAsync(EveryShard, 1);
        await engine.DisposeAsync();
        await engine.ReleaseAsync(0).WaitAsync(TimeSpan.FromSeconds(30));
        await engine.LoseAsync(1).WaitAsync(TimeSpan.FromSeconds(30));
        Assert.All(EveryShard, shard => Assert.False(engine.Owns(shard)));
    }

    [Fact]
    public async Task What_one_owner_did_the_next_one_knows()
    {
        await using OwnershipWorld world = await OwnershipWorld.StartAsync();
        await world.Nodes[0].Engine.AcquireAsync(EveryShard, 1);
        for (ulong key = 0; key < 40; key++) await world.Nodes[0].AddAsync(key, 3);
        foreach (int shard in EveryShard) await world.MoveAsync(shard, to: 1);
        for (ulong key = 0; key < 40; key++)
        {
            Assert.Equal(3, (await world.Nodes[1].ReadAsync(key)).Value.Sum);
            Assert.Equal(5, (await world.Nodes[0].AddAsync(key, 2)).Value.Sum);
        }

        foreach (int shard in EveryShard) await world.MoveAsync(shard, to: 0);
        for (ulong key = 0; key < 40; key++) Assert.Equal(5, (await world.Nodes[1].ReadAsync(key)).Value.Sum);
    }

    [Fact]
    public async Task After_a_checkpoint_the_next_owner_reads_only_what_is_behind_it()
    {
        await using OwnershipWorld world = await OwnershipWorld.StartAsync();
        CatalogEngine first = world.Nodes[0].Engine, second = world.Nodes[1].Engine;
        await first.AcquireAsync(EveryShard, 1);
        for (ulong key = 0; key < 100; key++) await world.Nodes[0].AddAsync(key, 3);
        await first.CheckpointAsync();
        await world.Nodes[0].AddAsync(7, 1);
        foreach (int shard in EveryShard) await first.ReleaseAsync(shard);
        RecoveryReport report = await second.AcquireAsync(EveryShard, 1);
        Assert.Equal(1, report.AppliedCount);
        Assert.InRange(report.ReadCount, 1, 2);
        for (ulong key = 0; key < 100; key++)
            Assert.Equal(key == 7 ? 4 : 3, (await world.Nodes[1].ReadAsync(key)).Value.Sum);
    }

    [Fact]
    public async Task A_timer_of_a_partition_rings_at_its_new_owner_only()
    {
        await using OwnershipWorld world = await OwnershipWorld.StartAsync();
        await world.Nodes[0].Engine.AcquireAsync(EveryShard, 1);
        long soon = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() + 300;
        var command = new AddToTally(TallyHost.Now, 5, default, soon);
        await world.Nodes[0].Tally.ExecuteAsync<AddToTally, TallyResult>(9, command);
        foreach (int shard in EveryShard) await world.MoveAsync(shard, to: 1);
        Reply<TallyResult> reply = default;
        for (int i = 0; i < 6000 && reply.Value.Sum < 1_000_000; i++)
        {
            await Task.Delay(10);
            reply = await world.Nodes[0].ReadAsync(9);
        }

        Assert.Equal(1_000_005, reply.Value.Sum);
    }

    [Fact]
    public async Task A_lost_term_tells_who_waits_and_takes_every_shard_of_it()
    {
        await using OwnershipWorld world = await OwnershipWorld.StartAsync();
        OwnershipWorld.Node node = world.Nodes[0];
        await node.Engine.AcquireAsync(EveryShard, 1);
        node.Journal.LoseAnswers();
        ValueTask<Reply<TallyResult>> adding = node.AddAsync(3, 4, new IdempotencyKey(1, 2, 3));
        Task<Reply<TallyResult>> reading = node.ReadAsync(3);
        await Task.Delay(20);
        node.Journal.EndTerm();
        Assert.Equal(ReplyStatus.Unconfirmed, (await adding).Status);
        Assert.Equal(ReplyStatus.Moved, (await reading).Status);
        await node.Engine.LoseAsync(1);
        Assert.All(EveryShard, shard => Assert.False(node.Engine.Owns(shard)));

        // It had been written all the same: the log decides, and the same key gives the answer.
        await node.Engine.AcquireAsync(EveryShard, node.Journal.Term);
        Assert.Equal(ReplyStatus.Repeated, (await node.AddAsync(3, 4, new IdempotencyKey(1, 2, 3))).Status);
        Assert.Equal(4, (await node.ReadAsync(3)).Value.Sum);
    }

    [Fact]
    public async Task What_is_decided_under_a_lost_term_is_never_written()
    {
        await using OwnershipWorld world = await OwnershipWorld.StartAsync();
        OwnershipWorld.Node sleeper = world.Nodes[0];
        await sleeper.Engine.AcquireAsync(EveryShard, 1);
        await sleeper.AddAsync(3, 1);
        sleeper.Journal.EndTerm();
        await world.Nodes[1].Engine.AcquireAsync(EveryShard, 1);
        await world.Nodes[1].AddAsync(3, 1);

        // The sleeper has not noticed: it decides, and its journal refuses; nothing happened, so it asks the owner.
        Assert.Equal(ReplyStatus.Moved, (await sleeper.Tally.ExecuteHereAsync<AddToTally, TallyResult>(
            3, new AddToTally(TallyHost.Now, 100))).Status);
        await sleeper.Engine.LoseAsync(1);
        Assert.Equal(2, (await sleeper.ReadAsync(3)).Value.Sum);
    }

    [Fact]
    public async Task Shards_that_are_here_cannot_be_acquired_again()
    {
        await using OwnershipWorld world = await OwnershipWorld.StartAsync();
        await world.Nodes[0].Engine.AcquireAsync([1], 1);
        await Assert.ThrowsAsync<InvalidOperationException>(() => world.Nodes[0].Engine.AcquireAsync([0, 1], 1));
        await world.Nodes[0].Engine.ReleaseAsync(1);
        await world.Nodes[0].Engine.ReleaseAsync(1);
        Assert.False(world.Nodes[0].Engine.Owns(1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task While_shards_move_and_terms_end_nothing_is_lost_or_doubled(int seed)
    {
        await using OwnershipWorld world = await OwnershipWorld.StartAsync();
        await world.Nodes[0].Engine.AcquireAsync(EveryShard, 1);
        using var done = new CancellationTokenSource();
        Task moving = MoveAroundAsync(world, new Random(seed), done);
        Task<long[]>[] writers = [.. Enumerable.Range(0, 4).Select(i => WriteAsync(world, i, done.Token))];
        await moving;
        long[][] sums = await Task.WhenAll(writers);
        foreach (int shard in EveryShard) await world.MoveAsync(shard, to: 1);
        for (int key = 0; key < sums[0].Length; key++)
            Assert.Equal(sums.Sum(each => each[key]), (await world.Nodes[0].ReadAsync((ulong)key)).Value.Sum);
        Assert.True(sums.Sum(each => each.Sum()) > 100, "something was written");
    }

    private static async Task MoveAroundAsync(OwnershipWorld world, Random random, CancellationTokenSource done)
    {
        for (int i = 0; i < 60; i++)
        {
            int node = random.Next(2);
            if (random.Next(5) == 0) await EndTermAsync(world, node);
            else await world.MoveAsync(random.Next(OwnershipWorld.Shards), node);
            if (random.Next(6) == 0) await world.Nodes[node].Engine.CheckpointAsync();
            await Task.Delay(random.Next(8));
        }

        await done.CancelAsync();
    }

    private static async Task EndTermAsync(OwnershipWorld world, int node)
    {
        OwnershipWorld.Node loser = world.Nodes[node], other = world.Nodes[1 - node];
        int[] lost = [.. EveryShard.Where(loser.Engine.Owns)];
        long term = loser.Journal.Term;
        loser.Journal.LoseAnswers();
        await Task.Delay(1);
        loser.Journal.EndTerm();
        await loser.Engine.LoseAsync(term);
        await other.Engine.AcquireAsync(lost, other.Journal.Term);
    }

    /// <summary>Adds one to each key in turn, with a key of its own, until the answer is known.</summary>
    private static async Task<long[]> WriteAsync(OwnershipWorld world, int writer, CancellationToken done)
    {
        long[] sums = new long[10];
        for (ulong turn = 0; !done.IsCancellationRequested; turn++)
        {
            ulong key = turn % (ulong)sums.Length;
            var idempotency = new IdempotencyKey((ulong)writer + 1, turn + 1, 1);
            while (!(await world.Nodes[(int)turn & 1].AddAsync(key, 1, idempotency)).HasValue) await Task.Yield();
            sums[key]++;
        }

        return sums;
    }
}
