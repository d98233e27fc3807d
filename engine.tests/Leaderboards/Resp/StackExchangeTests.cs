using StackExchange.Redis;

namespace Catalog.Engine.Tests.Leaderboards.Resp;

/// <summary>A client that people use, over TCP, against the whole server.</summary>
public sealed class StackExchangeTests : IAsyncLifetime
{
    private readonly RespWorld _world = new();
    private ConnectionMultiplexer _redis = null!;

    private IDatabase Db => _redis.GetDatabase();

    public async Task InitializeAsync() =>
        _redis = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{_world.EndPoint.Port},connectTimeout=30000,"
            + "syncTimeout=30000");

    public async Task DisposeAsync()
    {
        await _redis.CloseAsync();
        _redis.Dispose();
        await _world.DisposeAsync();
    }

    [Fact]
    public async Task A_leaderboard_as_people_write_it()
    {
        Assert.Equal(3, await Db.SortedSetAddAsync("board", [new("ada", 30), new("bob", 20), new("eve", 10)]));
        Assert.Equal(25.5, await Db.SortedSetIncrementAsync("board", "eve", 15.5));
        Assert.Equal(1, await Db.SortedSetRankAsync("board", "eve", Order.Descending));
        Assert.Null(await Db.SortedSetRankAsync("board", "nobody"));
        Assert.Equal(20, await Db.SortedSetScoreAsync("board", "bob"));
        Assert.Equal(
            [new SortedSetEntry("ada", 30), new SortedSetEntry("eve", 25.5)],
            await Db.SortedSetRangeByRankWithScoresAsync("board", 0, 1, Order.Descending));
        RedisValue[] middle = await Db.SortedSetRangeByScoreAsync("board", 20, 30, Exclude.Stop);
        Assert.Equal(["bob", "eve"], middle.ToStringArray());
        Assert.Equal(2, await Db.SortedSetLengthAsync("board", 25, 40));
        Assert.True(await Db.SortedSetRemoveAsync("board", "bob"));
        Assert.Equal(2, await Db.SortedSetLengthAsync("board"));
        Assert.Equal(1, await Db.SortedSetRemoveRangeByRankAsync("board", 0, 0));
        Assert.Equal(RedisType.SortedSet, await Db.KeyTypeAsync("board"));
    }

    [Fact]
    public async Task Keys_end_and_are_found()
    {
        await Db.SortedSetAddAsync("ending", "a", 1);
        Assert.True(await Db.KeyExpireAsync("ending", TimeSpan.FromMinutes(10)));
        Assert.Equal(TimeSpan.FromMinutes(10), await Db.KeyTimeToLiveAsync("ending"));
        _world.Host.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.False(await Db.KeyExistsAsync("ending"));
        for (int i = 0; i < 300; i++) await Db.SortedSetAddAsync("key:" + i, "a", i);
        IServer server = _redis.GetServer(_redis.GetEndPoints()[0]);
        Assert.Equal(300, server.Keys(pattern: "key:*", pageSize: 17).Count());
        Assert.Equal(300, await server.DatabaseSizeAsync());
    }

    [Fact]
    public async Task Members_are_scanned()
    {
        SortedSetEntry[] members =
            [.. Enumerable.Range(0, 1000).Select(static i => new SortedSetEntry("m" + i, i / 4.0))];
        await Db.SortedSetAddAsync("scanned", members);
        Assert.Equal(
            members.Select(static member => member.ToString()).Order(),
            Db.SortedSetScan("scanned", "m*", 50).Select(static member => member.ToString()).Order());
    }

    [Fact]
    public async Task Boards_are_combined()
    {
        await Db.SortedSetAddAsync("monday", [new("ada", 1), new("bob", 2)]);
        await Db.SortedSetAddAsync("tuesday", [new("ada", 10), new("eve", 5)]);
        Assert.Equal(3, await Db.SortedSetCombineAndStoreAsync(SetOperation.Union, "week", "monday", "tuesday"));
        Assert.Equal(
            [new SortedSetEntry("ada", 11), new SortedSetEntry("eve", 5), new SortedSetEntry("bob", 2)],
            await Db.SortedSetRangeByRankWithScoresAsync("week", 0, -1, Order.Descending));
        Assert.Equal(1, await Db.SortedSetCombineAndStoreAsync(SetOperation.Intersect, "both", "monday", "tuesday"));
    }

    [Fact]
    public async Task Transactions_have_conditions()
    {
        await Db.SortedSetAddAsync("t", "a", 1);
        ITransaction holds = Db.CreateTransaction();
        holds.AddCondition(Condition.KeyExists("t"));
        Task<double> incremented = holds.SortedSetIncrementAsync("t", "a", 1);
        Assert.True(await holds.ExecuteAsync());
        Assert.Equal(2, await incremented);
        ITransaction fails = Db.CreateTransaction();
        fails.AddCondition(Condition.KeyNotExists("t"));
        _ = fails.SortedSetIncrementAsync("t", "a", 1);
        Assert.False(await fails.ExecuteAsync());
        Assert.Equal(2, await Db.SortedSetScoreAsync("t", "a"));
    }

    [Fact]
    public async Task Thousands_at_once_come_back_each_to_who_asked()
    {
        Task<double>[] scores =
            [.. Enumerable.Range(0, 5_000).Select(i => Db.SortedSetIncrementAsync("many", "m" + i, i))];
        double[] answers = await Task.WhenAll(scores);
        for (int i = 0; i < answers.Length; i++) Assert.Equal(i, answers[i]);
    }

    [Fact]
    public async Task Databases_are_apart()
    {
        await _redis.GetDatabase(3).SortedSetAddAsync("apart", "a", 1);
        Assert.False(await _redis.GetDatabase(4).KeyExistsAsync("apart"));
        Assert.True(await _redis.GetDatabase(3).KeyExistsAsync("apart"));
    }
}
