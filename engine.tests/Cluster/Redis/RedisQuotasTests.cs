using Catalog.Engine.Tests.Shell;
using Catalog.Shell.Cluster.Redis;
using Catalog.Shell.Http.RateLimits;
using Catalog.Shell.Options;
using StackExchange.Redis;

namespace Catalog.Engine.Tests.Cluster.Redis;

/// <summary>Quotas of several nodes on a Redis that is killed and comes back.</summary>
public sealed class RedisQuotasTests
{
    // So long that no window ends while a test runs.
    private static readonly TimeSpan Window = TimeSpan.FromDays(1000);
    private static readonly RateLimitPolicy Ten = new("ten", 10, Window, 10);

    [Fact]
    public async Task Nodes_share_a_quota()
    {
        await using RedisWorld world = await RedisWorld.StartAsync();
        RateLimit[] nodes = [Node(await world.ConnectedAsync()), Node(await world.ConnectedAsync())];
        Assert.Equal(10, await AllowedAsync(nodes, key: 1, tries: 20));
        Assert.Equal(10, await AllowedAsync(nodes, key: 2, tries: 20));

        RateLimitVerdict refused = await Node(await world.ConnectedAsync()).TakeAsync(1);
        Assert.False(refused.Allowed);
        Assert.InRange(refused.RetryAfter, TimeSpan.FromMilliseconds(1), 2 * Window);
    }

    [Fact]
    public async Task While_redis_is_dead_each_node_limits_alone_and_then_all_together_again()
    {
        await using RedisWorld world = await RedisWorld.StartAsync();
        RedisConnection oneLink = await world.ConnectedAsync(), otherLink = await world.ConnectedAsync();
        RateLimit[] nodes = [Node(oneLink), Node(otherLink)];
        await world.Peer.KillAsync();
        await RedisWorld.IsAwayAsync(oneLink);
        await RedisWorld.IsAwayAsync(otherLink);
        Assert.Equal(20, await AllowedAsync(nodes, key: 1, tries: 40));

        await world.Peer.StartAsync();
        await RedisWorld.IsUpAsync(oneLink);
        await RedisWorld.IsUpAsync(otherLink);
        Assert.Equal(10, await AllowedAsync(nodes, key: 2, tries: 40));
    }

    [Fact]
    public async Task What_the_window_before_held_weighs_as_much_as_it_still_covers()
    {
        await using RedisWorld world = await RedisWorld.StartAsync();
        RedisConnection redis = await world.ConnectedAsync();
        var quotas = new RedisQuotas(redis, redis.Patience);

        // A million of the window before: until all but a hundred-thousandth of it has passed, nothing goes.
        await PutAsync(redis, -1, 1_000_000);
        TimeSpan wait = await quotas.TakeAsync(Ten, 1);
        Assert.InRange(wait, TimeSpan.FromMilliseconds(1), Window);

        // Of two windows before, nothing is left.
        await PutAsync(redis, -2, 1_000_000);
        Assert.Equal(TimeSpan.Zero, await quotas.TakeAsync(Ten, 1));

        // A full window: the next one must have come, and a tenth of it.
        await PutAsync(redis, 0, 10);
        Assert.InRange(await quotas.TakeAsync(Ten, 1), Window / 10, 1.1 * Window);
    }

    [Fact]
    public async Task A_key_nobody_uses_is_forgotten()
    {
        await using RedisWorld world = await RedisWorld.StartAsync();
        RedisConnection redis = await world.ConnectedAsync();
        await new RedisQuotas(redis, redis.Patience).TakeAsync(Ten, 1);
        RedisResult? left = await redis.TryRunAsync(
            "return redis.call('PTTL', KEYS[1])", redis.KeyOf("quota", "ten:1"), [], redis.Patience);
        Assert.InRange((long)left!, 1, (long)(2 * Window).TotalMilliseconds);
    }

    private static async Task<int> AllowedAsync(RateLimit[] nodes, ulong key, int tries)
    {
        int allowed = 0;
        for (int i = 0; i < tries; i++)
            if ((await nodes[i % nodes.Length].TakeAsync(key)).Allowed) allowed++;
        return allowed;
    }

    private static RateLimit Node(RedisConnection redis) =>
        new RateLimitFactory(new CatalogOptions(), new ManualClock(), new RedisQuotas(redis, redis.Patience))
            .Create(Ten);

    /// <summary>Writes what a window, so many after the present one, has counted.</summary>
    private static async Task PutAsync(RedisConnection redis, int offset, int count)
    {
        RedisResult? done = await redis.TryRunAsync(
            """
            local t = redis.call('TIME')
            local at = math.floor((t[1] * 1000 + math.floor(t[2] / 1000)) / ARGV[1])
            redis.call('DEL', KEYS[1])
            return redis.call('HSET', KEYS[1], 'w', at + ARGV[2], 'c', ARGV[3], 'p', 0)
            """,
            redis.KeyOf("quota", "ten:1"), [(long)Window.TotalMilliseconds, offset, count], redis.Patience);
        Assert.NotNull(done);
    }
}
