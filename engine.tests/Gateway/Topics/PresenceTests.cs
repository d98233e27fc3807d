using System.Text.RegularExpressions;
using Catalog.Engine.Tests.Gateway.Loops;
using Catalog.WsGateway.Auth;
using Catalog.WsGateway.Backplane;
using Catalog.WsGateway.Handshake;

namespace Catalog.Engine.Tests.Gateway.Topics;

public sealed partial class PresenceTests
{
    [Fact]
    public async Task A_user_comes_once_and_leaves_behind_the_last_connection_and_the_grace()
    {
        await using LoopWorld world = NewWorld();
        FakeOutbound watcher = world.Join(0, "room");
        FakeOutbound first = Join(world, "ann");
        FakeOutbound second = Join(world, "ann");
        first.Connection.Unsubscribe("room");
        world.Pass(TimeSpan.FromSeconds(3));
        Assert.Equal(["joined ann"], Events(watcher));
        world.Loop.Post(WsGateway.Loops.EntryKind.Gone, second.Connection, null, null);
        world.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(["ann"], world.Gateway.PresentUsers("room"));
        world.Pass(TimeSpan.FromSeconds(2));
        Assert.Equal(["joined ann", "left ann"], Events(watcher));
        Assert.Empty(world.Gateway.PresentUsers("room"));
    }

    [Fact]
    public async Task Who_comes_back_within_the_grace_never_left()
    {
        await using LoopWorld world = NewWorld();
        FakeOutbound watcher = world.Join(0, "room");
        for (int i = 0; i < 5; i++)
        {
            FakeOutbound ann = Join(world, "ann");
            world.Pass(TimeSpan.FromSeconds(1));
            ann.Connection.Unsubscribe("room");
            world.Pass(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(["joined ann"], Events(watcher));
    }

    [Fact]
    public async Task Two_nodes_share_messages_and_who_is_there()
    {
        var bus = new InProcessBackplane();
        await using LoopWorld here = NewWorld(bus.NewNode());
        await using LoopWorld there = NewWorld(bus.NewNode());
        FakeOutbound far = there.Join(0, "room");
        FakeOutbound ann = Join(here, "ann");
        here.Publish("room", 7);
        bus.Settle();
        there.Turn();
        here.Turn();
        Assert.Equal(["joined ann"], Events(far));
        Assert.Contains(7, far.Numbers);
        Assert.Contains(7, ann.Numbers);
        Assert.Equal(["ann"], there.Gateway.PresentUsers("room"));
        ann.Connection.Unsubscribe("room");
        here.Pass(TimeSpan.FromSeconds(3));
        bus.Settle();
        there.Turn();
        Assert.Equal(["joined ann", "left ann"], Events(far));
    }

    private static LoopWorld NewWorld(IGatewayBackplane? backplane = null)
    {
        var world = new LoopWorld(o => o.PresenceGrace = TimeSpan.FromSeconds(2), backplane);
        world.Gateway.Topic("room", topic => topic.Presence = true);
        return world;
    }

    private static FakeOutbound Join(LoopWorld world, string user)
    {
        FakeOutbound client = world.Join(new HandshakeAgreement(0, new GatewayIdentity(user)));
        client.Connection.Subscribe("room");
        world.Turn();
        return client;
    }

    private static List<string> Events(FakeOutbound client) =>
        [.. Change().Matches(client.Written).Select(match => $"{match.Groups[1]} {match.Groups[2]}")];

    [GeneratedRegex("\"event\":\"(joined|left)\".*?\"userId\":\"([^\"]*)")]
    private static partial Regex Change();
}
