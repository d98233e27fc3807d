using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Peers;
using Catalog.Engine.Tests.Cluster.Nodes;
using Catalog.Shell.Cluster.Redis;
using Microsoft.Extensions.Logging.Abstractions;

namespace Catalog.Engine.Tests.Cluster.Redis;

/// <summary>A Redis of its own, and the connections nodes have to it.</summary>
internal sealed class RedisWorld : IAsyncDisposable
{
    private readonly BenchRun _run;
    private readonly List<RedisConnection> _connections = [];

    private RedisWorld(BenchRun run, RedisPeer peer)
    {
        _run = run;
        Peer = peer;
    }

    public RedisPeer Peer { get; }

    public static async Task<RedisWorld> StartAsync(params string[] extra)
    {
        var run = new BenchRun();
        return new RedisWorld(run, await RedisPeer.StartAsync(run, fsyncAlways: false, extra));
    }

    /// <summary>Settings of a node. A loaded machine may take its time to answer.</summary>
    public RedisOptions Options() => new() { Servers = $"127.0.0.1:{Peer.Port}", CommandTimeoutMs = 10_000 };

    /// <summary>One more node's connection, whether or not anything answers.</summary>
    public RedisConnection Connect(RedisOptions? options = null)
    {
        var connection = new RedisConnection(options ?? Options(), NullLogger<RedisConnection>.Instance);
        _connections.Add(connection);
        return connection;
    }

    /// <summary>One more node's connection, made.</summary>
    public async Task<RedisConnection> ConnectedAsync(RedisOptions? options = null)
    {
        RedisConnection connection = Connect(options);
        await IsUpAsync(connection);
        return connection;
    }

    public static Task IsUpAsync(RedisConnection connection) =>
        Until.HoldsAsync(() => connection.IsUp, "the connection is there");

    public static Task IsAwayAsync(RedisConnection connection) =>
        Until.HoldsAsync(() => !connection.IsUp, "the loss is noticed");

    public async ValueTask DisposeAsync()
    {
        foreach (RedisConnection connection in _connections) await connection.DisposeAsync();
        await Peer.DisposeAsync();
        _run.Dispose();
    }
}
