using Catalog.Engine.Tests.Gateway.Loops;
using Catalog.Shell.Cluster.Redis;
using Catalog.WsGateway;
using Catalog.WsGateway.Auth;
using Catalog.WsGateway.Handshake;
using Microsoft.Extensions.Logging.Abstractions;

namespace Catalog.Engine.Tests.Cluster.Redis;

/// <summary>A gateway that is joined with others through Redis, and turns when a test says so.</summary>
internal sealed class RedisNode : IAsyncDisposable
{
    internal const string Room = "room";

    internal RedisNode(RedisOptions options, TimeSpan? peerTimeout = null)
    {
        Backplane = new RedisBackplane(options, NullLogger<RedisBackplane>.Instance);
        World = new LoopWorld(
            o =>
            {
                o.MaxQueuedBytes = 1_000_000;
                o.PingInterval = TimeSpan.FromDays(1);
                o.PeerTimeout = peerTimeout ?? TimeSpan.FromHours(1);
            },
            Backplane);
        World.Gateway.Topic(Room, static topic => topic.Presence = topic.Typing = true);
    }

    internal RedisBackplane Backplane { get; }

    internal LoopWorld World { get; }

    /// <summary>One whose messages go through Redis.</summary>
    internal static async Task<RedisNode> StartAsync(RedisWorld world, TimeSpan? peerTimeout = null)
    {
        var node = new RedisNode(world.Options(), peerTimeout);
        await Nodes.Until.HoldsAsync(() => node.Backplane.IsUp, "the node is joined with the others");
        return node;
    }

    /// <summary>A client, subscribed once the other nodes are heard; a user's if it has a name.</summary>
    internal async Task<FakeOutbound> JoinAsync(string topic = Room, string? user = null)
    {
        GatewayIdentity? identity = user is null ? null : new GatewayIdentity(user);
        if (World.Gateway.ListeningTo(topic) is { } listening) await listening;
        return World.Join(new HandshakeAgreement(0, identity), topic);
    }

    /// <summary>Waits while time passes at all nodes, a quarter of a second at each look.</summary>
    internal static Task HoldsAsync(Func<bool> condition, string what, params RedisNode[] nodes) =>
        Nodes.Until.HoldsAsync(
            () =>
            {
                foreach (RedisNode node in nodes) node.World.Pass(GatewayLimits.Tick);
                return condition();
            },
            what);

    public async ValueTask DisposeAsync()
    {
        await World.DisposeAsync();
        await Backplane.DisposeAsync();
    }
}
