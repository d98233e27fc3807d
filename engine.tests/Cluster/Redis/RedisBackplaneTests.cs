using System.Net;
using System.Net.Sockets;
using Catalog.Bench.Shared.Hosts;
using Catalog.Engine.Tests.Gateway.Loops;
using Catalog.Shell.Cluster.Redis;

namespace Catalog.Engine.Tests.Cluster.Redis;

/// <summary>Gateways joined by a Redis that is killed, hangs, and comes back.</summary>
public sealed class RedisBackplaneTests
{
    [Fact]
    public async Task Messages_go_in_order_to_nodes_that_listen_and_to_nobody_twice()
    {
        await using RedisWorld redis = await RedisWorld.StartAsync();
        await using RedisNode one = await RedisNode.StartAsync(redis), other = await RedisNode.StartAsync(redis);
        await using RedisNode deaf = await RedisNode.StartAsync(redis);
        FakeOutbound here = await one.JoinAsync("a"), there = await other.JoinAsync("a");
        for (int i = 0; i < 2_000; i++) (i % 2 == 0 ? one : deaf).World.Publish("a", i);
        await RedisNode.HoldsAsync(
            () => here.Numbers.Count == 2_000 && there.Numbers.Count == 2_000, "all arrive", one, other);
        foreach (FakeOutbound client in new[] { here, there })
        {
            Assert.Equal(Enumerable.Range(0, 1_000).Select(static i => 2 * i), client.Numbers.Where(int.IsEvenInteger));
            Assert.Equal(
                Enumerable.Range(0, 1_000).Select(static i => (2 * i) + 1), client.Numbers.Where(int.IsOddInteger));
        }

        // No time passes there, so that it is told nothing but the others' few words at the start.
        Assert.InRange(deaf.Backplane.ReceivedCount, 0, 100);
        Assert.Equal(0, one.Backplane.LostCount + deaf.Backplane.LostCount);
    }

    [Fact]
    public async Task Who_is_there_and_who_types_is_known_at_all_nodes()
    {
        await using RedisWorld redis = await RedisWorld.StartAsync();
        await using RedisNode one = await RedisNode.StartAsync(redis), other = await RedisNode.StartAsync(redis);
        FakeOutbound ann = await one.JoinAsync(user: "ann"), bob = await other.JoinAsync(user: "bob");
        await HaveAsync([one, other], "ann", "bob");
        one.World.Gateway.Type(new(RedisNode.Room, "ann"), ann.Connection, hasEnded: false);
        await RedisNode.HoldsAsync(() => Has(bob, "\"event\":\"typing\""), "typing is told", one, other);
        bob.Connection.Unsubscribe(RedisNode.Room);
        await HaveAsync([one, other], "ann");
        await RedisNode.HoldsAsync(() => Has(ann, "\"event\":\"left\""), "the leaving is told", one, other);
    }

    [Fact]
    public async Task While_redis_is_dead_each_node_is_alone_and_then_all_is_told_and_known_again()
    {
        await using RedisWorld redis = await RedisWorld.StartAsync();
        TimeSpan soon = TimeSpan.FromSeconds(5);
        await using RedisNode one = await RedisNode.StartAsync(redis, soon);
        await using RedisNode other = await RedisNode.StartAsync(redis, soon);
        FakeOutbound here = await one.JoinAsync("a"), there = await other.JoinAsync("a");
        await one.JoinAsync(user: "ann");
        await other.JoinAsync(user: "bob");
        await HaveAsync([one, other], "ann", "bob");

        await redis.Peer.KillAsync();
        await RedisNode.HoldsAsync(() => !one.Backplane.IsUp && !other.Backplane.IsUp, "the loss is noticed");
        one.World.Publish("a", 1);
        one.World.Turn();
        Assert.Equal(["1"], here.Frames);
        await RedisNode.HoldsAsync(
            () => Users(one) == "ann" && Users(other) == "bob", "each shows its own", one, other);

        // Who subscribes meanwhile is heard of, and hears, afterwards.
        FakeOutbound late = await other.JoinAsync("b");
        await one.JoinAsync(user: "eve");
        await redis.Peer.StartAsync();
        await RedisNode.HoldsAsync(() => one.Backplane.IsUp && other.Backplane.IsUp, "both are back");
        await HaveAsync([one, other], "ann", "bob", "eve");
        one.World.Publish("a", 2);
        one.World.Publish("b", 3);
        await RedisNode.HoldsAsync(
            () => there.Numbers.Contains(2) && late.Numbers.Contains(3), "messages arrive again", one, other);

        // What was said just before the connection was there again need not be lost.
        Assert.Equal("gap 1", there.Frames[0]);
        Assert.Equal([2], there.Numbers.Except([1]));
    }

    [Fact]
    public async Task A_redis_that_hangs_is_done_without_until_it_wakes_up()
    {
        await using RedisWorld redis = await RedisWorld.StartAsync();
        RedisOptions options = redis.Options();
        options.CommandTimeoutMs = 200;
        await using var one = new RedisNode(options);
        await using RedisNode other = await RedisNode.StartAsync(redis);
        await RedisNode.HoldsAsync(() => one.Backplane.IsUp, "it is joined");
        FakeOutbound there = await other.JoinAsync("a");
        Native.Signal(redis.Peer.ProcessId, Native.SigStop);
        one.World.Publish("a", 1);
        await RedisNode.HoldsAsync(() => !one.Backplane.IsUp, "that it hangs is noticed");
        Native.Signal(redis.Peer.ProcessId, Native.SigCont);
        await RedisNode.HoldsAsync(() => one.Backplane.IsUp && other.Backplane.IsUp, "it is back");
        one.World.Publish("a", 2);
        await RedisNode.HoldsAsync(() => there.Numbers.Contains(2), "messages arrive again", one, other);
    }

    [Fact]
    public async Task A_node_that_redis_has_stopped_sending_to_is_told_of_the_gap()
    {
        await using RedisWorld redis = await RedisWorld.StartAsync();
        await using RedisNode one = await RedisNode.StartAsync(redis), other = await RedisNode.StartAsync(redis);
        FakeOutbound there = await other.JoinAsync("a");
        using (var admin = new TcpClient())
        {
            // Redis takes commands as lines of text, too.
            await admin.ConnectAsync(IPAddress.Loopback, redis.Peer.Port);
            await admin.GetStream().WriteAsync("CLIENT KILL TYPE pubsub\r\n"u8.ToArray());
            Assert.Equal(':', admin.GetStream().ReadByte());
        }

        await RedisNode.HoldsAsync(() => Has(there, "\"event\":\"gap\""), "the gap is told", one, other);
        await RedisNode.HoldsAsync(() => one.Backplane.IsUp && other.Backplane.IsUp, "both are back");
        one.World.Publish("a", 1);
        await RedisNode.HoldsAsync(() => there.Numbers.Contains(1), "messages arrive again", one, other);
    }

    [Fact]
    public async Task What_nobody_says_or_another_version_does_is_left_out()
    {
        await using RedisWorld redis = await RedisWorld.StartAsync();
        await using RedisNode one = await RedisNode.StartAsync(redis);
        RedisConnection admin = await redis.ConnectedAsync();
        foreach (string text in new[] { "", "hello", "\x9a\x02" })
        {
            Assert.NotNull(await admin.TryRunAsync(
                "return redis.call('PUBLISH', KEYS[1], ARGV[1])", redis.Options().Prefix + "live", [text],
                admin.Patience));
        }

        await RedisNode.HoldsAsync(() => one.Backplane.StrangeCount == 3, "it is counted", one);
        Assert.True(one.Backplane.IsUp);
    }

    private static Task HaveAsync(RedisNode[] nodes, params string[] users) => RedisNode.HoldsAsync(
        () => nodes.All(node => Users(node) == string.Join(' ', users)), $"{string.Join(' ', users)} are there", nodes);

    private static string Users(RedisNode node) =>
        string.Join(' ', node.World.Gateway.PresentUsers(RedisNode.Room).Order(StringComparer.Ordinal));

    private static bool Has(FakeOutbound client, string text) =>
        client.Written.Contains(text, StringComparison.Ordinal);
}
