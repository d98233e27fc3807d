using Catalog.Engine.Core.Machines;
using Catalog.Engine.Leaderboards;
using Catalog.Shell.Leaderboards;
using StackExchange.Redis;

namespace Catalog.Engine.Tests.Leaderboards.Resp;

/// <summary>The boards of the game modes, looked at with a client that people use.</summary>
public sealed class ModeBoardTests : IAsyncLifetime
{
    private const string Board = "leaderboard:deathmatch:global";
    private readonly RespWorld _world = new();
    private ConnectionMultiplexer _redis = null!;

    private IDatabase Db => _redis.GetDatabase();

    public async Task InitializeAsync()
    {
        _redis = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{_world.EndPoint.Port},connectTimeout=30000,"
            + "syncTimeout=30000");
        var boards = _world.Host.Service<LeaderboardClient>();
        ImportedScore[] scores =
        [
            .. Enumerable.Range(1, 5).Select(i => new ImportedScore(
                (ulong)i, 100 * i, 600, (byte)(1 + (i % 2)), boards.NowMs - (i == 5 ? BoardCalendar.DayMs : 0))),
        ];
        Reply<BoardResult> reply = await boards.AskAsync<ImportScores, BoardResult>(
            GameModes.All[0], new ImportScores(boards.NowMs, [.. scores.OrderBy(static one => one.PlayedMs)]));
        Assert.Equal(BoardCode.Ok, reply.Value.Code);
    }

    public async Task DisposeAsync()
    {
        await _redis.CloseAsync();
        _redis.Dispose();
        await _world.DisposeAsync();
    }

    [Fact]
    public async Task They_are_sorted_sets_of_players()
    {
        Assert.Equal(5, await Db.SortedSetLengthAsync(Board));
        Assert.Equal(RedisType.SortedSet, await Db.KeyTypeAsync(Board));
        Assert.True(await Db.KeyExistsAsync(Board));
        Assert.Equal(300, await Db.SortedSetScoreAsync(Board, "3"));
        Assert.Null(await Db.SortedSetScoreAsync(Board, "nobody"));
        Assert.Equal(2, await Db.SortedSetRankAsync(Board, "3", Order.Descending));
        Assert.Equal(1, await Db.SortedSetRankAsync(Board, "2"));
        Assert.Null(await Db.SortedSetRankAsync(Board, "9"));
        Assert.Equal(
            [new SortedSetEntry("5", 500), new SortedSetEntry("4", 400)],
            await Db.SortedSetRangeByRankWithScoresAsync(Board, 0, 1, Order.Descending));
        Assert.Equal(["1", "2"], (await Db.SortedSetRangeByRankAsync(Board, 0, 1)).ToStringArray());
        Assert.Equal(["2", "1"], (await Db.SortedSetRangeByRankAsync(Board, -2, -1, Order.Descending)).ToStringArray());
        Assert.Empty(await Db.SortedSetRangeByRankAsync(Board, 7, 9));
        Assert.Equal(2, await Db.SortedSetLengthAsync(Board, 200, 400, Exclude.Stop));
        RedisValue[] byScore = await Db.SortedSetRangeByScoreAsync(Board, 150, 450, skip: 1, take: 1);
        Assert.Equal(["3"], byScore.ToStringArray());
        byScore = await Db.SortedSetRangeByScoreAsync(Board, 150, 450, Exclude.None, Order.Descending);
        Assert.Equal(["4", "3", "2"], byScore.ToStringArray());
    }

    [Theory]
    [InlineData(Order.Ascending)]
    [InlineData(Order.Descending)]
    public async Task Every_range_of_places_is_that_of_a_sorted_list(Order order)
    {
        string[] all = order == Order.Ascending ? ["1", "2", "3", "4", "5"] : ["5", "4", "3", "2", "1"];
        for (int first = -7; first <= 7; first++)
        {
            for (int last = -7; last <= 7; last++)
            {
                int from = Math.Max(0, first < 0 ? first + all.Length : first);
                int end = Math.Min(all.Length, (last < 0 ? last + all.Length : last) + 1);
                RedisValue[] found = await Db.SortedSetRangeByRankAsync(Board, first, last, order);
                Assert.Equal(all.Where((_, i) => i >= from && i < end), found.ToStringArray());
            }
        }
    }

    [Fact]
    public async Task Windows_and_regions_are_boards_of_their_own()
    {
        DateTimeOffset now = _world.Host.Clock.GetUtcNow();
        Assert.Equal(4, await Db.SortedSetLengthAsync("leaderboard:deathmatch:daily"));
        Assert.Equal(4, await Db.SortedSetLengthAsync($"leaderboard:deathmatch:daily:{now:yyyy-MM-dd}"));
        Assert.Equal(1, await Db.SortedSetLengthAsync($"leaderboard:1:daily:{now.AddDays(-1):yyyy-MM-dd}"));
        Assert.Equal(3, await Db.SortedSetLengthAsync("leaderboard:deathmatch:global:region:na"));
        Assert.Equal(0, await Db.SortedSetLengthAsync("leaderboard:raid:global"));
        Assert.False(await Db.KeyExistsAsync("leaderboard:raid:weekly"));
        foreach (string none in new[] { "hourly", "daily:2024-99-99", "global:region:moon", "last24h:region:eu" })
            await RefusedAsync("no such board", "ZCARD", "leaderboard:deathmatch:" + none);
    }

    [Fact]
    public async Task Nobody_changes_them_here_and_other_keys_stay_what_they_are()
    {
        await RefusedAsync("cannot be changed", "ZADD", Board, 1, "a");
        await RefusedAsync("cannot be changed", "DEL", "other", Board);
        await RefusedAsync("cannot be changed", "ZUNIONSTORE", "all", 2, "other", Board);
        await RefusedAsync("one at a time", "ZUNION", 2, "other", Board);
        await RefusedAsync("not a command for", "ZSCAN", Board, 0);
        await RefusedAsync("syntax error", "ZRANGE", Board, 0, "x");
        ITransaction transaction = Db.CreateTransaction();
        Task<double?> score = transaction.SortedSetScoreAsync(Board, "1");
        await Assert.ThrowsAnyAsync<RedisException>(() => transaction.ExecuteAsync());
        await Assert.ThrowsAnyAsync<Exception>(() => score);
        Assert.True(await Db.SortedSetAddAsync("leaderboard:chess:global", "a", 1));
        Assert.Equal(1, await Db.SortedSetLengthAsync("leaderboard:chess:global"));
    }

    private async Task RefusedAsync(string reason, string command, params object[] arguments)
    {
        RedisServerException refused =
            await Assert.ThrowsAsync<RedisServerException>(() => Db.ExecuteAsync(command, arguments));
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }
}
