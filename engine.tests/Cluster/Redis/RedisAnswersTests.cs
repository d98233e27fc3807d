using Catalog.Shell.Cluster.Redis;
using Catalog.Shell.Http.Caching;
using StackExchange.Redis;

namespace Catalog.Engine.Tests.Cluster.Redis;

/// <summary>Answers several nodes have in common, on a Redis that is killed and comes back.</summary>
public sealed class RedisAnswersTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task What_one_node_has_made_the_others_need_not()
    {
        await using RedisWorld redis = await RedisWorld.StartAsync();
        RedisConnection link = await redis.ConnectedAsync();
        AnswerCache one = Node(link), other = Node(await redis.ConnectedAsync());
        Assert.Equal([1], await AskAsync(one, 1, 1));
        await KeptAsync(redis, count: 1);
        Assert.Equal([1], await AskAsync(other, 1, 2));
        Assert.Equal([1], await AskAsync(other, 1, 2));
        Assert.Equal((1, 1, 0), (other.SharedHits, other.Hits, other.Made));

        // Another state, and another journal's, are other answers.
        Assert.Equal([2], await AskAsync(other, 2, 2));
        Assert.Equal([3], await AskAsync(Node(link, "another journal"), 1, 3));
    }

    [Fact]
    public async Task While_redis_is_dead_each_node_makes_its_own_and_then_they_share_again()
    {
        await using RedisWorld redis = await RedisWorld.StartAsync();
        RedisConnection oneLink = await redis.ConnectedAsync(), otherLink = await redis.ConnectedAsync();
        AnswerCache one = Node(oneLink), other = Node(otherLink);
        await redis.Peer.KillAsync();
        await RedisWorld.IsAwayAsync(oneLink);
        await RedisWorld.IsAwayAsync(otherLink);
        Assert.Equal([1], await AskAsync(one, 1, 1));
        Assert.Equal([2], await AskAsync(other, 1, 2));
        Assert.Equal([1], await AskAsync(one, 1, 9));

        await redis.Peer.StartAsync();
        await RedisWorld.IsUpAsync(oneLink);
        await RedisWorld.IsUpAsync(otherLink);

        // Redis need not take the very first one.
        for (ulong version = 2; other.SharedHits == 0 && version < 200; version++)
        {
            Assert.Equal([3], await AskAsync(one, version, 3));
            await Task.Delay(10);
            Assert.InRange((await AskAsync(other, version, 4))![0], 3, 4);
        }

        Assert.Equal(1, other.SharedHits);
    }

    [Fact]
    public async Task However_much_is_asked_a_node_fills_redis_only_so_far()
    {
        await using RedisWorld redis = await RedisWorld.StartAsync();
        AnswerCache node = Node(await redis.ConnectedAsync());
        byte[] large = new byte[AnswerCache.MaxAnswerBytes];
        for (ulong i = 1; i <= 6; i++)
            await node.GetAsync(AnswerKey.Of(i, "a"), () => new MadeAnswer(i, large));
        await KeptAsync(redis, RedisAnswers.MaxBytes / AnswerCache.MaxAnswerBytes);
    }

    private static AnswerCache Node(RedisConnection redis, string journal = "journal") =>
        new(journal, new RedisAnswers(redis, Patience));

    private static async Task<byte[]?> AskAsync(AnswerCache node, ulong version, byte answer) =>
        await node.GetAsync(AnswerKey.Of(version, "films"), () => new MadeAnswer(version, [answer]));

    /// <summary>Waits until Redis has so many answers: a node does not wait for that.</summary>
    private static async Task KeptAsync(RedisWorld redis, int count)
    {
        RedisConnection link = await redis.ConnectedAsync();
        long found = -1;
        for (int i = 0; i < 1000 && found != count; i++)
        {
            RedisResult? answer = await link.TryRunAsync("return redis.call('DBSIZE')", "any", [], link.Patience);
            found = (long)answer!;
            if (found != count) await Task.Delay(10);
        }

        Assert.Equal(count, found);
    }
}
