using System.Text.Json;
using Catalog.Engine.Tests.Shell;
using Catalog.Engine.Tests.Shell.Live;
using Catalog.Shell.Auth;
using Catalog.Shell.Cluster.Redis;

namespace Catalog.Engine.Tests.Cluster.Redis;

/// <summary>Two servers, sockets, and a Redis between them.</summary>
public sealed class RedisLiveTests
{
    private const string Room = "room:1";

    [Fact]
    public async Task Clients_of_two_servers_meet_in_a_room()
    {
        await using RedisWorld redis = await RedisWorld.StartAsync();
        await using ShellHost one = Start(redis), other = Start(redis);

        // Each server counts its users by itself here, and the second is not called as the first.
        await other.RegisterAsync();
        using LiveClient ann = await ConnectAsync(one, "ann"), bob = await ConnectAsync(other, "bob");
        foreach (LiveClient client in new[] { ann, bob })
        {
            JsonElement answer = await client.AskAsync("subscribe", new { topic = Room });
            Assert.Equal("subscribed", answer.GetProperty("event").GetString());
        }

        await NextAsync(ann, "joined", "joined");
        await ann.SendAsync("typing", new { topic = Room });
        Assert.Equal("typing", (await NextAsync(bob, "typing")).GetProperty("event").GetString());
        Assert.True(one.Service<WsGateway.Gateway>().PublishRaw(Room, "said", "\"hello\""u8).IsTaken);
        Assert.Equal("hello", (await NextAsync(bob, "said")).GetProperty("data").GetString());
        JsonElement present = await bob.AskAsync("presence", new { topic = Room });
        Assert.Equal(2, present.GetProperty("data").GetProperty("userIds").GetArrayLength());
    }

    [Fact]
    public async Task Operators_see_whether_nodes_share_anything()
    {
        await using RedisWorld redis = await RedisWorld.StartAsync();
        await using ShellHost host = Start(redis);
        string token = await AdminAsync(host);
        await Nodes.Until.HoldsAsync(() => host.Service<RedisBackplane>().IsUp, "the server is joined");
        await RedisWorld.IsUpAsync(host.Service<RedisConnection>());
        JsonElement there = (await host.GetAsync("/api/cluster", token)).Json.GetProperty("redis");
        Assert.True(there.GetProperty("isUp").GetBoolean() && there.GetProperty("isJoined").GetBoolean());

        await redis.Peer.KillAsync();
        await RedisWorld.IsAwayAsync(host.Service<RedisConnection>());
        await Nodes.Until.HoldsAsync(() => !host.Service<RedisBackplane>().IsUp, "the loss is noticed");
        JsonElement away = (await host.GetAsync("/api/cluster", token)).Json.GetProperty("redis");
        Assert.False(away.GetProperty("isUp").GetBoolean() || away.GetProperty("isJoined").GetBoolean());
    }

    private static async Task<string> AdminAsync(ShellHost host)
    {
        ShellAnswer account = await host.RegisterAsync();
        ulong id = account.Json.GetProperty("user").GetProperty("id").GetUInt64();
        await host.Service<Accounts>().ChangeRoleAsync(id, AccountRole.Admin);
        return (await host.LoginAsync()).AccessToken;
    }

    private static ShellHost Start(RedisWorld redis)
    {
        var host = new ShellHost(
            settings: [.. LiveClient.Settings, ("Catalog:Redis:Servers", $"127.0.0.1:{redis.Peer.Port}")]);
        host.Service<WsGateway.Gateway>().Topic("room:*", static t => t.Presence = t.Typing = true);
        return host;
    }

    private static async Task<LiveClient> ConnectAsync(ShellHost host, string name)
    {
        await Nodes.Until.HoldsAsync(() => host.Service<RedisBackplane>().IsUp, "the servers are joined");
        string token = (await host.RegisterAsync(name + "@example.org")).AccessToken;
        string ticket = (await host.PostAsync("/api/auth/ws-ticket", null, token)).Json
            .GetProperty("ticket").GetString()!;
        return await LiveClient.OpenAsync(host.Http.BaseAddress!.Port, "?ticket=" + ticket);
    }

    /// <summary>The next messages of these names, whatever comes in between; the last of them.</summary>
    private static async Task<JsonElement> NextAsync(LiveClient client, params string[] names)
    {
        JsonElement message = default;
        foreach (string name in names)
        {
            do message = await client.ReadAsync();
            while (message.GetProperty("event").GetString() != name);
        }

        return message;
    }
}
