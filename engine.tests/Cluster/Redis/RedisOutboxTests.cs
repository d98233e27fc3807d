using Catalog.Shell.Cluster.Redis;

namespace Catalog.Engine.Tests.Cluster.Redis;

/// <summary>What waits for Redis is bounded, in number and bytes.</summary>
public sealed class RedisOutboxTests
{
    [Theory]
    [InlineData(1, 64 * 1024)]
    [InlineData(4 * 1024 * 1024, 4)]
    [InlineData(17 * 1024 * 1024, 0)]
    public void What_comes_beyond_the_bound_is_lost_and_counted(int sizeBytes, int room)
    {
        var outbox = new RedisOutbox();
        var message = new RedisMessage("a", new byte[sizeBytes], IsForAll: false);
        var taken = new List<RedisMessage>();
        for (int round = 1; round <= 2; round++)
        {
            for (int i = 0; i < room + 3; i++) outbox.Add(in message);
            Assert.Equal(3 * round, outbox.LostCount);
            outbox.Take(taken, int.MaxValue);
            Assert.Equal(room, taken.Count);
        }

        outbox.Add(message with { Bytes = [] });
        outbox.Lose();
        Assert.Equal(7, outbox.LostCount);
        Assert.False(outbox.IsOver);
        outbox.Close();
        Assert.True(outbox.IsOver);
    }
}
