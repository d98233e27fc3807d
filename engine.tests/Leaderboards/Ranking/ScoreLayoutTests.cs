using Catalog.Engine.Leaderboards;
using Catalog.Engine.Tests.House;

namespace Catalog.Engine.Tests.Leaderboards;

/// <summary>Several numbers in one score rank as they would one after another.</summary>
public sealed class ScoreLayoutTests
{
    [Fact]
    public void MembersAreRankedByTheFirstColumnThenTheNext() => Seeds.Run(() =>
    {
        // Points, most first; seconds, least first; level, most first.
        var layout = new ScoreLayout(
            new ScoreColumn(-5, 20), new ScoreColumn(0, 3_600, ScoreOrder.Ascending), new ScoreColumn(1, 3));
        var set = new RankedSet(new RankingOptions { Capacity = 500 });
        Random random = Seeds.Random(31);
        var all = new List<(ulong Id, long[] Values)>();
        for (ulong id = 1; id <= 500; id++)
        {
            long[] values = [random.Next(-5, 21), random.Next(4) * 1_200, random.Next(1, 4)];
            Assert.True(layout.TryPack(values, out long score));
            Assert.Equal(values, Enumerable.Range(0, layout.Count).Select(column => layout.ValueOf(score, column)));
            set.Update(id, score, ScoreOperator.Set);
            all.Add((id, values));
        }

        ulong[] expected = [.. all.OrderByDescending(each => each.Values[0]).ThenBy(each => each.Values[1])
            .ThenByDescending(each => each.Values[2]).ThenBy(each => each.Id).Select(each => each.Id)];
        for (int i = 0; i < expected.Length; i++) Assert.Equal(i + 1, set.RankOf(expected[i]));
    });

    [Fact]
    public void WhatDoesNotFitIsRefused()
    {
        var layout = new ScoreLayout(new ScoreColumn(0, 100), new ScoreColumn(7, 7), new ScoreColumn(-1, 1));
        Assert.Equal(9, layout.Bits);
        Assert.False(layout.TryPack([101, 7, 0], out _));
        Assert.False(layout.TryPack([0, 8, 0], out _));
        Assert.True(layout.TryPack([100, 7, -1], out long score));
        Assert.Equal([100, 7, -1], [layout.ValueOf(score, 0), layout.ValueOf(score, 1), layout.ValueOf(score, 2)]);
        Assert.Throws<ArgumentException>(() => layout.TryPack([1], out _));
        Assert.Throws<ArgumentException>(() => new ScoreLayout());
        Assert.Throws<ArgumentException>(() => new ScoreLayout(new ScoreColumn(2, 1)));
        Assert.Throws<ArgumentException>(() => new ScoreLayout(new ScoreColumn(long.MinValue, long.MaxValue)));
        Assert.Throws<ArgumentException>(
            () => new ScoreLayout(new ScoreColumn(0, int.MaxValue), new ScoreColumn(0, 1L << 32)));
        Assert.Equal(63, new ScoreLayout(new ScoreColumn(0, long.MaxValue)).Bits);
    }
}
