using Catalog.WsGateway.Topics;

namespace Catalog.Engine.Tests.Gateway.Loops;

/// <summary>A client that does not keep up, under each policy; another one that does is never touched by it.</summary>
public sealed class SlowConsumerTests
{
    private const int Count = 100;

    [Fact]
    public async Task Disconnect_sends_away_with_4408_behind_what_was_begun()
    {
        await using LoopWorld world = NewWorld(SlowConsumerPolicy.Disconnect);
        (FakeOutbound slow, FakeOutbound quick) = PublishPastTheBound(world);
        slow.Give(long.MaxValue);
        world.Turn();
        Assert.Equal([1, 2], slow.Numbers);
        Assert.Equal("close 4408", slow.Frames[^1]);
        Assert.Equal(Enumerable.Range(1, Count), quick.Numbers);
        Assert.Equal(1, world.Loop.Counters.SlowDisconnects);
    }

    [Fact]
    public async Task DropNewest_keeps_what_waits()
    {
        await using LoopWorld world = NewWorld(SlowConsumerPolicy.DropNewest);
        (FakeOutbound slow, FakeOutbound quick) = PublishPastTheBound(world);
        slow.Give(long.MaxValue);
        world.Turn();
        Assert.Equal(Enumerable.Range(1, slow.Numbers.Count), slow.Numbers);
        Assert.InRange(slow.Numbers.Count, 20, Count - 20);
        Assert.Equal(Count - slow.Numbers.Count, world.Loop.Counters.Dropped);
        Assert.Equal(Enumerable.Range(1, Count), quick.Numbers);
    }

    [Fact]
    public async Task DropOldest_keeps_what_is_new()
    {
        await using LoopWorld world = NewWorld(SlowConsumerPolicy.DropOldest);
        (FakeOutbound slow, FakeOutbound quick) = PublishPastTheBound(world);
        slow.Give(long.MaxValue);
        world.Turn();
        Assert.Equal([1, 2], slow.Numbers.Take(2));
        List<int> rest = slow.Numbers[2..];
        Assert.Equal(Enumerable.Range(Count - rest.Count + 1, rest.Count), rest);
        Assert.Equal(Count - slow.Numbers.Count, world.Loop.Counters.Dropped);
        Assert.Equal(Enumerable.Range(1, Count), quick.Numbers);
    }

    [Fact]
    public async Task KeepLatest_keeps_the_last_of_each_key_in_order()
    {
        await using LoopWorld world = NewWorld(SlowConsumerPolicy.KeepLatest);
        FakeOutbound slow = world.Join(0, "a");
        slow.Give(70);
        for (int i = 1; i <= Count; i++)
        {
            world.Publish("a", i, key: i % 7);
            if (i % 3 == 0) world.Turn();
        }

        world.Turn();
        slow.Connection.Queue!.CheckInvariants();
        slow.Give(long.MaxValue);
        world.Turn();
        Assert.Equal([1, 2], slow.Numbers.Take(2));
        Assert.Equal(Enumerable.Range(Count - 6, 7), slow.Numbers[2..]);
        Assert.True(world.Loop.Counters.Conflated > 50);
    }

    [Fact]
    public async Task Snapshot_leaves_out_and_tells_of_one_gap()
    {
        await using LoopWorld world = NewWorld(SlowConsumerPolicy.Snapshot);
        (FakeOutbound slow, FakeOutbound quick) = PublishPastTheBound(world);
        slow.Give(long.MaxValue);
        world.Turn();
        Assert.Equal(["1", "2", $"gap {Count}"], slow.Frames);
        world.Publish("a", 101);
        world.Turn();
        Assert.Equal("101", slow.Frames[^1]);
        Assert.Equal(Enumerable.Range(1, Count + 1), quick.Numbers);
        Assert.Equal(1, world.Loop.Counters.Degraded);
    }

    [Fact]
    public async Task One_topics_policy_does_not_touch_anothers_messages()
    {
        await using LoopWorld world = NewWorld(SlowConsumerPolicy.DropOldest);
        world.Gateway.Topic("b", topic => topic.SlowConsumer = SlowConsumerPolicy.DropNewest);
        FakeOutbound slow = world.Join(0, "a", "b");
        slow.Give(10);
        world.Publish("b", 1);
        for (int i = 1000; i < 1000 + Count; i++) world.Publish("a", i);
        world.Publish("b", 2);
        world.Turn();
        slow.Give(long.MaxValue);
        world.Turn();
        Assert.Equal(1, slow.Numbers[0]);
        Assert.Equal(1000 + Count - 1, slow.Numbers[^1]);
        Assert.DoesNotContain(2, slow.Numbers);
    }

    [Theory]
    [InlineData(SlowConsumerPolicy.DropNewest)]
    [InlineData(SlowConsumerPolicy.DropOldest)]
    [InlineData(SlowConsumerPolicy.KeepLatest)]
    [InlineData(SlowConsumerPolicy.Snapshot)]
    public async Task Whatever_the_client_takes_the_policy_holds(SlowConsumerPolicy policy)
    {
        for (int seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            await using LoopWorld world = NewWorld(policy);
            FakeOutbound slow = world.Join(0, "a");
            int last = 0;
            for (int step = 0; step < 60; step++)
            {
                for (int i = random.Next(12); i > 0; i--) world.Publish("a", ++last, key: last % 5);
                if (random.Next(3) > 0) slow.Give(random.Next(400));
                world.Turn();
                slow.Connection.Queue?.CheckInvariants();
                Assert.True((slow.Connection.Queue?.SizeBytes ?? 0) <= world.Gateway.Options.MaxQueuedBytes);
            }

            slow.Give(long.MaxValue);
            world.Turn();
            Check(world, slow, policy, last, $"seed {seed}");
        }
    }

    private static void Check(LoopWorld world, FakeOutbound slow, SlowConsumerPolicy policy, int last, string seed)
    {
        List<int> numbers = slow.Numbers;
        Assert.True(numbers.SequenceEqual(numbers.Distinct().Order()), $"{seed}: order");
        long left = world.Loop.Counters.Dropped + world.Loop.Counters.Conflated;
        Assert.True(numbers.Count + left == last, $"{seed}: {numbers.Count} came, {left} left out of {last}");
        if (policy == SlowConsumerPolicy.KeepLatest)
            Assert.True(numbers.TakeLast(5).SequenceEqual(Enumerable.Range(last - 4, 5)), $"{seed}: the latest");
        if (policy == SlowConsumerPolicy.Snapshot)
        {
            // Every hole among the numbers has a gap in it that says how far it goes.
            int known = 0;
            foreach (string frame in slow.Frames)
            {
                bool isGap = frame.StartsWith("gap ", StringComparison.Ordinal);
                int number = int.Parse(isGap ? frame[4..] : frame, System.Globalization.CultureInfo.InvariantCulture);
                Assert.True(isGap || number == known + 1, $"{seed}: {number} after {known}");
                known = number;
            }

            Assert.Equal(last, known);
        }
    }

    private static LoopWorld NewWorld(SlowConsumerPolicy policy)
    {
        var world = new LoopWorld();
        world.Gateway.Topic("a", topic => topic.SlowConsumer = policy);
        return world;
    }

    private static (FakeOutbound Slow, FakeOutbound Quick) PublishPastTheBound(LoopWorld world)
    {
        FakeOutbound slow = world.Join(0, "a");
        FakeOutbound quick = world.Join(0, "a");
        slow.Give(70); // the first frame, and a part of the second
        for (int i = 1; i <= Count; i++)
        {
            world.Publish("a", i);
            if (i % 10 == 0) world.Turn();
        }

        return (slow, quick);
    }
}
