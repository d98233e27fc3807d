using Catalog.Engine.Tests.Gateway.Loops;
using Catalog.WsGateway.Topics;

namespace Catalog.Engine.Tests.Gateway.Topics;

public sealed class TopicLifeTests
{
    [Fact]
    public async Task A_topic_nobody_uses_makes_room_and_a_new_one_has_a_new_epoch()
    {
        await using var world = new LoopWorld(o => (o.MaxTopics, o.PingInterval) = (3, TimeSpan.FromHours(1)));
        world.Gateway.Topic("kept", topic => topic.HistoryMessages = 10);
        FakeOutbound client = world.Join(0, "used");
        world.Publish("kept", 1);
        world.Publish("once", 1);
        Assert.Throws<InvalidOperationException>(() => world.Publish("more", 1));
        string epoch = world.Gateway.Topics.Find("once")!.Epoch;

        world.Pass(TimeSpan.FromSeconds(25));
        Assert.Equal(2, world.Gateway.TopicCount);
        client.Connection.Subscribe("once", new ResumeFrom(1, epoch));
        world.Publish("once", 1);
        world.Publish("used", 2);
        world.Turn();
        Assert.Contains("\"recovery\":\"gap\"", client.Written);
        Assert.NotEqual(epoch, world.Gateway.Topics.Find("once")!.Epoch);
        Assert.Equal([1, 2], client.Numbers);

        world.Pass(world.Gateway.Options.TopicIdleTime);
        Assert.Null(world.Gateway.Topics.Find("kept"));
    }

    [Fact]
    public async Task A_durable_topic_makes_room_too_and_goes_on_where_it_was()
    {
        await using var world = new LoopWorld(o => o.PingInterval = TimeSpan.FromHours(1));
        var journal = new ListHistory();
        world.Gateway.Topic("d", topic => (topic.History, topic.HistoryMessages) = (journal, 4));
        for (int i = 0; i < 10; i++) journal.Publish(world);
        world.Pass(world.Gateway.Options.TopicIdleTime + TimeSpan.FromSeconds(20));
        Assert.Equal(0, world.Gateway.TopicCount);
        FakeOutbound client = world.Join(0, "none");
        client.Connection.Subscribe("d", new ResumeFrom(10, journal.Epoch));
        journal.Publish(world);
        world.Turn();
        Assert.Equal([11], client.Numbers);
    }
}
