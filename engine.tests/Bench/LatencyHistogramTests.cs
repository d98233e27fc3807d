using Catalog.Bench.Shared.Measure;
using Catalog.Engine.Tests.House;

namespace Catalog.Engine.Tests.Bench;

public sealed class LatencyHistogramTests
{
    private const double RelativeError = 1.0 / 128;

    [Fact]
    public void Nothing_recorded_is_all_zero()
    {
        var histogram = new LatencyHistogram();
        Assert.Equal((0L, 0L, 0L, 0L, 0.0), (
            histogram.Count, histogram.MinNs, histogram.MaxNs, histogram.PercentileNs(99), histogram.MeanNs));
        histogram.CheckInvariants();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(1_000_000_007)]
    [InlineData(long.MaxValue)]
    public void One_value_is_every_percentile(long ns)
    {
        var histogram = new LatencyHistogram();
        histogram.RecordNs(ns);
        foreach (double percent in new[] { 0, 50, 100 }) Assert.Equal(ns, histogram.PercentileNs(percent));
        histogram.CheckInvariants();
    }

    [Fact]
    public void A_percentile_is_never_too_low_and_at_most_one_in_128_too_high() => Seeds.Run(() =>
    {
        Random random = Seeds.Random(71);
        for (int round = 0; round < 50; round++)
        {
            var histogram = new LatencyHistogram();
            long[] values = new long[random.Next(1, 400)];
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = random.NextInt64(1L << random.Next(1, 62));
                histogram.RecordNs(values[i]);
            }

            Array.Sort(values);
            histogram.CheckInvariants();
            foreach (double percent in new[] { 0, 1, 50, 90, 99, 99.9, 100 })
            {
                int rank = Math.Max(1, (int)Math.Ceiling(percent / 100 * values.Length));
                long exact = values[rank - 1];
                Assert.InRange(histogram.PercentileNs(percent), exact, exact + (long)(exact * RelativeError));
            }
        }
    });

    [Fact]
    public void Adding_up_is_as_if_one_had_counted_everything()
    {
        LatencyHistogram low = Of(3, 5_000, 7), high = Of(90_000_000, 1), all = Of(3, 5_000, 7, 90_000_000, 1);
        low.Add(high);
        low.CheckInvariants();
        Assert.Equal(all.ToString(), low.ToString());
        Assert.Equal((all.MinNs, all.MeanNs), (low.MinNs, low.MeanNs));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(100, 1)]
    [InlineData(1_023, 2)]
    [InlineData(1_000_000, 3)]
    public void Counts_what_lies_up_to_a_bound(long ns, long count) =>
        Assert.Equal(count, Of(100, 1_000, 1_100).CountUpToNs(ns));

    [Fact]
    public void A_percentage_beyond_the_whole_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Of(1).PercentileNs(100.1));

    private static LatencyHistogram Of(params ReadOnlySpan<long> values)
    {
        var histogram = new LatencyHistogram();
        foreach (long value in values) histogram.RecordNs(value);
        return histogram;
    }
}
