using System.Globalization;
using Catalog.Engine.Analytics;

namespace Catalog.Engine.Tests.Analytics;

public sealed class TimeBucketsTests
{
    [Theory]
    [InlineData(TimeGrain.Minute, "2026-03-14T15:09:00Z", "2026-03-14T15:10:00Z")]
    [InlineData(TimeGrain.Hour, "2026-03-14T15:00:00Z", "2026-03-14T16:00:00Z")]
    [InlineData(TimeGrain.Day, "2026-03-14T00:00:00Z", "2026-03-15T00:00:00Z")]
    [InlineData(TimeGrain.Week, "2026-03-09T00:00:00Z", "2026-03-16T00:00:00Z")]
    [InlineData(TimeGrain.Month, "2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z")]
    public void ABucketBeginsAndEnds(TimeGrain grain, string start, string end)
    {
        long time = Ms("2026-03-14T15:09:26Z");
        Assert.Equal(Ms(start), TimeBuckets.Floor(grain, time));
        Assert.Equal(Ms(end), TimeBuckets.Next(grain, time));
        Assert.Equal(Ms(end), TimeBuckets.Ceiling(grain, time));
        Assert.Equal(Ms(start), TimeBuckets.Ceiling(grain, Ms(start)));
        Assert.Equal(1, TimeBuckets.Distance(grain, time, Ms(end)));
        Assert.Equal(0, TimeBuckets.Distance(grain, time, Ms(end) - 1));
    }

    [Theory]
    [InlineData(TimeGrain.Minute)]
    [InlineData(TimeGrain.Hour)]
    [InlineData(TimeGrain.Day)]
    [InlineData(TimeGrain.Week)]
    [InlineData(TimeGrain.Month)]
    public void ShiftingIsTheWayBackOfDistance(TimeGrain grain)
    {
        long from = Ms("2024-02-29T23:59:59Z");
        for (int buckets = -200; buckets <= 200; buckets++)
        {
            long to = TimeBuckets.Shift(grain, from, buckets);
            Assert.Equal(buckets, TimeBuckets.Distance(grain, from, to));
            Assert.Equal(to, TimeBuckets.Floor(grain, to));
        }
    }

    [Fact]
    public void TheEndsOfTimeAreBuckets()
    {
        foreach (TimeGrain grain in Enum.GetValues<TimeGrain>())
        {
            Assert.Equal(0, TimeBuckets.Floor(grain, long.MinValue));
            Assert.Equal(0, TimeBuckets.Shift(grain, 5, -3));
            Assert.InRange(TimeBuckets.Next(grain, long.MaxValue), TimeBuckets.EndOfTimeMs, TimeBuckets.EndOfTimeMs);
        }

        // The first week begins with 1970, on a Thursday.
        Assert.Equal(Ms("1970-01-05T00:00:00Z"), TimeBuckets.Next(TimeGrain.Week, 0));
    }

    private static long Ms(string time) =>
        DateTimeOffset.Parse(time, CultureInfo.InvariantCulture).ToUnixTimeMilliseconds();
}
