using Catalog.Engine.Core.Shards;
using Catalog.Shell.Auth;
using Catalog.Shell.Cluster.Nodes.Contracts;
using Catalog.Shell.Cluster.Redis;
using Catalog.Shell.Hosting;
using Catalog.Shell.Http;
using Catalog.Shell.Http.Caching;
using Catalog.WsGateway;

namespace Catalog.Shell.Cluster.Nodes;

/// <summary>What an operator sees of the cluster; of a server that is alone, that it is.</summary>
internal sealed class ClusterEndpoint(
    EngineHost engine, ClusterOptions options, Bearer bearer, TimeProvider clock, IServiceProvider services)
{
    private readonly DateTimeOffset _startedAt = clock.GetUtcNow();

    /// <summary>Maps <c>/api/cluster</c>.</summary>
    internal void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/cluster", bearer.RequireAdmin(ReadAsync))
        .Describe("System", "The servers that are one: nodes, shards, how far each is")
        .NeedsToken(AccountRole.Admin).Gives<ClusterAnswer>().Fails(401, 403);

    private Task ReadAsync(HttpContext context, Caller caller)
    {
        ClusterAnswer answer = services.GetService<ClusterMember>() is { } member ? Of(member) : Alone();
        answer = answer with { Redis = RedisOf() };
        return JsonResponse.WriteAsync(context, StatusCodes.Status200OK, answer, ClusterJson.Default.ClusterAnswer);
    }

    private ClusterAnswer Of(ClusterMember member)
    {
        long committed = engine.Engine.Storage.Journal.CommittedPosition;
        ClusterPicture picture = member.Picture ?? new ClusterPicture([], []);
        int?[] owners = [.. Enumerable.Range(0, picture.Holders.Count).Select(each => picture.HolderOf(each)?.Number)];
        RouterStatus router = member.Router;
        return new ClusterAnswer(
            true,
            committed,
            [.. picture.Nodes.Select(node => Of(node, owners, committed, member.NodeNumber))],
            [.. owners.Select(static (owner, shard) => new ClusterShardAnswer(shard, owner))],
            [.. member.ReadLinks().Select(static link =>
                new ClusterLinkAnswer(link.Address.ToString(), link.IsUp, link.InFlight, link.LastFailure))],
            router.SentCount,
            router.RetriedCount,
            router.LostCount);
    }

    private ClusterNodeAnswer Of(NodeInfo node, int?[] owners, long committed, int self) => new(
        node.Number,
        node.Name,
        StateOf(node),
        node.Number == self,
        node.Url.Length == 0 ? null : node.Url,
        node.Link.ToString(),
        node.Version,
        new DateTimeOffset(node.StartedAt, TimeSpan.Zero),
        Math.Round(Math.Max(0, node.SilentMs)),
        [.. Enumerable.Range(0, owners.Length).Where(shard => owners[shard] == node.Number)],
        node.Applied,
        Math.Max(0, committed - node.Applied),
        node.Term);

    private ClusterRedisAnswer? RedisOf()
    {
        if (services.GetService<RedisConnection>() is not { } redis) return null;
        RedisBackplane backplane = services.GetRequiredService<RedisBackplane>();
        AnswerCache answers = services.GetRequiredService<AnswerCache>();
        return new ClusterRedisAnswer(
            redis.IsUp,
            backplane.IsUp,
            services.GetRequiredService<Gateway>().PeerCount,
            backplane.SentCount,
            backplane.ReceivedCount,
            backplane.LostCount,
            answers.SharedHits,
            answers.Made);
    }

    private string StateOf(NodeInfo node)
    {
        if (!node.HasSession) return "down";
        if (node.IsLeaving) return "leaving";
        return node.SilentMs > options.LeaseMs ? "silent" : "up";
    }

    private ClusterAnswer Alone()
    {
        long committed = engine.Engine.Storage.Journal.CommittedPosition;
        ShardStatus[] shards = engine.Engine.ReadShards();
        int[] numbers = [.. shards.Select(static shard => shard.Index)];
        string name = options.Name ?? Environment.MachineName;
        var self = new ClusterNodeAnswer(
            0, name, "up", true, options.Url, "", "", _startedAt, 0, numbers, committed, 0, 1);
        return new ClusterAnswer(
            false, committed, [self], [.. numbers.Select(static n => new ClusterShardAnswer(n, 0))], [], 0, 0, 0);
    }
}
