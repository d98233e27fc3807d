using System.Text.RegularExpressions;
using Catalog.Engine.Tests.Gateway.Loops;
using Catalog.WsGateway;
using Catalog.WsGateway.Auth;
using Catalog.WsGateway.Backplane;
using Catalog.WsGateway.Handshake;

namespace Catalog.Engine.Tests.Gateway.Backplane;

/// <summary>Several gateways of one process that turn, and hear of each other, when a test says so.</summary>
internal sealed partial class NodesWorld : IAsyncDisposable
{
    internal const string Room = "room";

    private readonly InProcessBackplane _bus = new();
    private readonly InProcessBackplane.Node[] _links;

    internal NodesWorld(int count, Action<WsGateway.Gateway>? configure = null)
    {
        _links = new InProcessBackplane.Node[count];
        Nodes = new LoopWorld[count];
        for (int i = 0; i < count; i++)
        {
            _links[i] = (InProcessBackplane.Node)_bus.NewNode();
            Nodes[i] = new LoopWorld(Configure, _links[i]);
            Nodes[i].Gateway.Topic(Room, static topic => topic.Presence = topic.Typing = true);
            configure?.Invoke(Nodes[i].Gateway);
        }

        // They have heard of each other.
        Pass(seconds: 2);
    }

    internal LoopWorld[] Nodes { get; }

    internal InProcessBackplane.Node LinkOf(int node) => _links[node];

    /// <summary>A client at a node, subscribed; a user's if it has a name.</summary>
    internal FakeOutbound Join(int node, string? user = null, string topic = Room)
    {
        GatewayIdentity? identity = user is null ? null : new GatewayIdentity(user);
        FakeOutbound client = Nodes[node].Join(new HandshakeAgreement(0, identity), topic);
        Settle();
        return client;
    }

    /// <summary>Everybody hears what was said, and every loop turns.</summary>
    internal void Settle()
    {
        _bus.Settle();
        foreach (LoopWorld node in Nodes) node.Turn();
    }

    /// <summary>Lets time pass at all nodes, or all but one that is dead.</summary>
    internal void Pass(double seconds, int? dead = null)
    {
        for (int tick = (int)(seconds * GatewayLimits.TicksPerSecond); tick > 0; tick--)
        {
            for (int i = 0; i < Nodes.Length; i++)
                if (i != dead) Nodes[i].Pass(GatewayLimits.Tick);
            Settle();
        }
    }

    /// <summary>A user says that it types, or does so no longer.</summary>
    internal void Type(int node, FakeOutbound client, bool hasEnded = false)
    {
        Nodes[node].Gateway.Type(
            new PresentMember(Room, client.Connection.Identity!.UserId), client.Connection, hasEnded);
        Settle();
    }

    /// <summary>Who is there, as a node sees it.</summary>
    internal string[] UsersAt(int node) => [.. Nodes[node].Gateway.PresentUsers(Room).Order(StringComparer.Ordinal)];

    /// <summary>What a client was told of users: "joined ann".</summary>
    internal static List<string> Told(FakeOutbound client) =>
        [.. News().Matches(client.Written).Select(static match => $"{match.Groups[1]} {match.Groups[2]}")];

    public async ValueTask DisposeAsync()
    {
        foreach (LoopWorld node in Nodes) await node.DisposeAsync();
    }

    // Nobody answers pings here.
    private static void Configure(GatewayOptions options) =>
        (options.MaxQueuedBytes, options.PingInterval) = (1_000_000, TimeSpan.FromDays(1));

    [GeneratedRegex("\"event\":\"(joined|left|typing|typing_ended)\".*?\"userId\":\"([^\"]*)")]
    private static partial Regex News();
}
