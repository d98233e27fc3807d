using Catalog.Engine.Tests.Gateway.Loops;
using Catalog.WsGateway.Topics;

namespace Catalog.Engine.Tests.Gateway.Topics;

public sealed class ResumeTests
{
    [Fact]
    public async Task Who_comes_back_gets_exactly_what_it_missed_or_hears_of_the_gap()
    {
        const int kept = 20;
        for (int seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            await using var world = new LoopWorld(o => o.MaxQueuedBytes = 1_000_000);
            world.Gateway.Topic("a", topic => topic.HistoryMessages = kept);
            int last = random.Next(1, 60);
            for (int i = 1; i <= last; i++) world.Publish("a", i);
            string epoch = world.Gateway.Topics.Find("a")!.Epoch;
            int offset = random.Next(-1, last + 2);
            FakeOutbound client = world.Join(0);

            // Between two turns, so that live messages stand before and behind the subscription.
            world.Publish("a", ++last);
            bool isOther = random.Next(5) == 0;
            client.Connection.Subscribe("a", new ResumeFrom(offset, isOther ? "other" : epoch));
            int before = last;
            for (int i = random.Next(5); i > 0; i--) world.Publish("a", ++last);
            world.Turn();

            bool isGap = client.Written.Contains("\"recovery\":\"gap\"", StringComparison.Ordinal);
            bool canBeWhole = !isOther && offset >= 0 && offset <= before && before - offset <= kept;
            Assert.True(canBeWhole != isGap, $"seed {seed}");
            int from = isGap ? before : offset;
            Assert.True(client.Numbers.SequenceEqual(Enumerable.Range(from + 1, last - from)), $"seed {seed}");
        }
    }

    [Fact]
    public async Task A_durable_topic_is_resumed_after_a_restart()
    {
        var journal = new ListHistory();
        for (int life = 0; life < 3; life++)
        {
            await using LoopWorld world = NewDurable(journal);
            int known = journal.Count;
            for (int i = 0; i < 30; i++) journal.Publish(world);
            FakeOutbound client = world.Join(0);
            client.Connection.Subscribe("d", new ResumeFrom(5 * life, journal.Epoch));
            await TurnUntilAsync(world, () => client.Numbers.Count == journal.Count - (5 * life));
            journal.Publish(world);
            world.Turn();
            Assert.Equal(Enumerable.Range((5 * life) + 1, journal.Count - (5 * life)), client.Numbers);
            Assert.Contains("\"recovery\":\"complete\"", client.Written);
            Assert.True(known == 31 * life);
        }
    }

    [Fact]
    public async Task What_is_published_while_history_is_read_comes_once_and_in_order()
    {
        for (int seed = 0; seed < 20; seed++)
        {
            var random = new Random(seed);
            var journal = new ListHistory { PageSize = random.Next(1, 8) };
            await using LoopWorld world = NewDurable(journal);
            for (int i = 0; i < 40; i++) journal.Publish(world);
            journal.WhileReading = () =>
            {
                for (int i = random.Next(4); i > 0; i--) journal.Publish(world);
                if (journal.Count > 100) journal.WhileReading = null;
            };
            FakeOutbound client = world.Join(0);
            int from = random.Next(30);
            client.Connection.Subscribe("d", new ResumeFrom(from, journal.Epoch));
            await TurnUntilAsync(world, () => client.Written.Contains("subscribed", StringComparison.Ordinal));
            journal.WhileReading = null;
            journal.Publish(world);
            world.Turn();
            Assert.Contains("\"recovery\":\"complete\"", client.Written);
            Assert.Equal(Enumerable.Range(from + 1, journal.Count - from), client.Numbers);
        }
    }

    [Theory]
    [InlineData("its beginning is gone")]
    [InlineData("too much was missed")]
    [InlineData("it cannot be read")]
    public async Task Of_a_history_that_does_not_help_the_client_hears_as_of_a_gap(string what)
    {
        var journal = new ListHistory { Lost = what == "its beginning is gone" ? 10 : 0 };
        int maxReplayBytes = what == "too much was missed" ? 500 : 100_000;
        await using LoopWorld world = NewDurable(journal, maxReplayBytes);
        for (int i = 0; i < 40; i++) journal.Publish(world);
        if (what == "it cannot be read") journal.WhileReading = () => throw new IOException("no");
        FakeOutbound client = world.Join(0);
        client.Connection.Subscribe("d", new ResumeFrom(2, journal.Epoch));
        await TurnUntilAsync(world, () => client.Written.Contains("subscribed", StringComparison.Ordinal));
        Assert.Contains("\"offset\":40,\"recovery\":\"gap\"", client.Written);
        journal.Publish(world);
        world.Turn();
        Assert.Equal([41], client.Numbers);
    }

    [Fact]
    public async Task What_nobody_heard_is_read_from_the_history()
    {
        for (int seed = 0; seed < 50; seed++)
        {
            var random = new Random(seed);
            var journal = new ListHistory();
            await using LoopWorld world = NewDurable(journal);
            for (int step = random.Next(1, 8); step > 0; step--)
            {
                for (int i = random.Next(6); i > 0; i--) journal.Publish(world);
                Assert.True(journal.TrySkip(world.Gateway, random.Next(6)));
            }

            for (int i = random.Next(6); i > 0; i--) journal.Publish(world);
            int from = random.Next(journal.Count + 1);
            FakeOutbound client = world.Join(0);
            client.Connection.Subscribe("d", new ResumeFrom(from, journal.Epoch));
            await TurnUntilAsync(world, () => client.Written.Contains("subscribed", StringComparison.Ordinal));
            journal.Publish(world);
            world.Turn();
            Assert.Contains("\"recovery\":\"complete\"", client.Written);
            Assert.True(client.Numbers.SequenceEqual(Enumerable.Range(from + 1, journal.Count - from)), $"seed {seed}");
        }
    }

    [Fact]
    public async Task What_somebody_hears_or_could_not_read_again_is_not_skipped()
    {
        var journal = new ListHistory();
        await using LoopWorld world = NewDurable(journal);
        Assert.False(world.Gateway.TrySkip("no history", 3));
        Assert.True(journal.TrySkip(world.Gateway, 3));
        Assert.True(world.Gateway.TrySkip("d", 2));
        FakeOutbound client = world.Join(0, "d");
        Assert.False(world.Gateway.TrySkip("d", 9));
        journal.Publish(world);
        world.Turn();
        Assert.Equal([4], client.Numbers);
    }

    [Fact]
    public async Task Who_leaves_while_history_is_read_is_not_counted()
    {
        var journal = new ListHistory();
        await using LoopWorld world = NewDurable(journal);
        for (int i = 0; i < 40; i++) journal.Publish(world);
        using var leaves = new ManualResetEventSlim();
        journal.WhileReading = leaves.Wait;
        FakeOutbound client = world.Join(0);
        client.Connection.Subscribe("d", new ResumeFrom(2, journal.Epoch));
        Assert.True(client.Connection.Unsubscribe("d"));
        leaves.Set();
        await TurnUntilAsync(world, () => journal.ReadCount > 0);
        journal.Publish(world);
        world.Turn();
        Assert.Empty(client.Numbers);
        Assert.Equal(0, world.Gateway.Topics.Find("d")!.SubscriberCount);
    }

    [Fact]
    public async Task What_was_published_before_is_left_out()
    {
        var journal = new ListHistory();
        await using LoopWorld world = NewDurable(journal);
        FakeOutbound client = world.Join(0, "d");
        journal.Publish(world);
        journal.Publish(world);
        Assert.True(world.Gateway.PublishRaw("d", "n", "1"u8, new WsGateway.PublishOptions(Offset: 1)).IsTaken);
        world.Turn();
        Assert.Equal([1, 2], client.Numbers);
    }

    private static LoopWorld NewDurable(ListHistory journal, int maxReplayBytes = 100_000)
    {
        var world = new LoopWorld(o => (o.MaxReplayBytes, o.MaxQueuedBytes) = (maxReplayBytes, 1_000_000));
        world.Gateway.Topic("d", topic => (topic.History, topic.HistoryMessages) = (journal, 4));
        return world;
    }

    private static async Task TurnUntilAsync(LoopWorld world, Func<bool> holds) => await Wire.UntilAsync(() =>
    {
        world.Turn();
        return holds();
    });
}
