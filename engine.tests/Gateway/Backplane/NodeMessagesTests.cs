using Catalog.Engine.Tests.Gateway.Loops;
using Catalog.WsGateway.Topics;

namespace Catalog.Engine.Tests.Gateway.Backplane;

/// <summary>Messages from node to node: to whom they go, their order, what is told of those that were lost.</summary>
public sealed class NodeMessagesTests
{
    [Fact]
    public async Task They_go_to_nodes_with_listeners_in_each_node_s_order()
    {
        await using var world = new NodesWorld(3);
        FakeOutbound[] clients = [world.Join(0, topic: "a"), world.Join(1, topic: "a")];
        for (int i = 0; i < 20; i++) world.Nodes[i % 3].Publish("a", i);
        world.Settle();
        foreach (FakeOutbound client in clients)
        {
            Assert.Equal(20, client.Numbers.Count);
            for (int node = 0; node < 3; node++)
                Assert.Equal(Of(node, Enumerable.Range(0, 20)), Of(node, client.Numbers));
        }

        Assert.True(world.LinkOf(0).Hears("a"));
        Assert.False(world.LinkOf(2).Hears("a"));
    }

    [Fact]
    public async Task Nobody_listens_to_a_topic_that_is_over_and_another_node_s_messages_do_not_keep_it()
    {
        await using var world = new NodesWorld(2, Keeping);
        FakeOutbound client = world.Join(0, topic: "a");
        client.Connection.Unsubscribe("a");
        for (int i = 0; i < 65; i++)
        {
            world.Nodes[1].Publish("a", i);
            world.Pass(seconds: 10);
        }

        Assert.False(world.LinkOf(0).Hears("a"));
        Assert.Null(world.Nodes[0].Gateway.Topics.Find("a"));
        FakeOutbound again = world.Join(0, topic: "a");
        world.Nodes[1].Publish("a", 100);
        world.Settle();
        Assert.Equal([100], again.Numbers);
    }

    [Fact]
    public async Task What_every_node_feeds_by_itself_is_not_sent()
    {
        await using var world = new NodesWorld(2, Feeding);
        FakeOutbound client = world.Join(1, topic: "a");
        world.Nodes[0].Publish("a", 1);
        world.Nodes[1].Publish("a", 2);
        world.Settle();
        Assert.Equal([2], client.Numbers);
        Assert.False(world.LinkOf(1).Hears("a"));
    }

    [Fact]
    public async Task Of_what_was_lost_who_listens_is_told_and_who_was_away_too()
    {
        await using var world = new NodesWorld(2, Keeping);
        FakeOutbound client = world.Join(0, topic: "a");
        world.Nodes[1].Publish("a", 1);
        world.Settle();
        Topic topic = world.Nodes[0].Gateway.Topics.Find("a")!;
        var last = new ResumeFrom(topic.LastOffset, topic.Epoch);

        // The teller is cut off: the hearer knows of nothing until the next message.
        world.LinkOf(1).Cut();
        world.Nodes[1].Publish("a", 2);
        world.LinkOf(1).Mend();
        world.Nodes[1].Publish("a", 3);
        world.Settle();
        Assert.Equal(["1", "gap 2", "3"], client.Frames);
        FakeOutbound away = world.Join(0, topic: "b");
        away.Connection.Subscribe("a", last);
        world.Settle();
        Assert.Contains("\"recovery\":\"gap\"", away.Written, StringComparison.Ordinal);

        // The hearer is: it is told at once.
        world.LinkOf(0).Cut();
        world.Nodes[1].Publish("a", 4);
        world.LinkOf(0).Mend();
        world.Settle();
        Assert.Equal(["1", "gap 2", "3", "gap 4"], client.Frames);
        world.Nodes[1].Publish("a", 5);
        world.Settle();
        Assert.Equal(["1", "gap 2", "3", "gap 4", "5"], client.Frames);
    }

    private static void Keeping(WsGateway.Gateway gateway) =>
        gateway.Topic("a", static topic => topic.HistoryMessages = 9);

    private static void Feeding(WsGateway.Gateway gateway) =>
        gateway.Topic("a", static topic => topic.FedAtEveryNode = true);

    private static IEnumerable<int> Of(int node, IEnumerable<int> numbers) => numbers.Where(i => i % 3 == node);
}
