using Catalog.Engine.Tests.House;
using Catalog.Shell.Observability;

namespace Catalog.Engine.Tests.Shell.Observability;

public sealed class DurationHistogramTests
{
    [Fact]
    public void Buckets_join_without_gaps_and_hold_their_own_values()
    {
        long end = 0;
        for (int i = 0; i < DurationHistogram.BucketCount - 1; i++)
        {
            Assert.Equal(i, DurationHistogram.IndexOf(end));
            long next = DurationHistogram.EndOf(i);
            Assert.True(next > end);
            Assert.Equal(i, DurationHistogram.IndexOf(next - 1));
            end = next;
        }

        Assert.Equal(DurationHistogram.BucketCount - 1, DurationHistogram.IndexOf(long.MaxValue));
    }

    [Fact]
    public void A_quantile_is_at_most_an_eighth_above_the_truth()
    {
        var random = new Random(11);
        var histogram = new DurationHistogram();
        long[] micros = [.. Enumerable.Range(0, 5_000).Select(_ => (long)Math.Exp(random.NextDouble() * 16))];
        foreach (long each in micros) histogram.Record(TimeSpan.FromMicroseconds(each));
        DurationCounts counts = histogram.Read();
        Array.Sort(micros);
        Assert.Equal((micros.Length, micros.Sum()), (counts.Count, counts.SumMicros));
        foreach (double share in new[] { 0.01, 0.5, 0.9, 0.99, 1 })
        {
            long truth = micros[(int)Math.Ceiling(share * micros.Length) - 1];
            Assert.InRange(counts.QuantileMs(share) * 1000, truth, (truth * 1.125) + 1);
        }
    }

    [Fact]
    public void What_was_counted_between_two_moments_is_their_difference()
    {
        var histogram = new DurationHistogram();
        histogram.Record(TimeSpan.FromMilliseconds(400));
        DurationCounts before = histogram.Read();
        for (int i = 0; i < 9; i++) histogram.Record(TimeSpan.FromMicroseconds(100));
        DurationCounts recent = histogram.Read().Since(before);
        Assert.Equal((9, 900), (recent.Count, recent.SumMicros));
        Assert.InRange(recent.QuantileMs(0.99), 0.1, 0.113);
        Assert.Equal(0, DurationCounts.None.QuantileMs(0.5));
    }

    [Fact]
    public void Measuring_a_batch_allocates_nothing()
    {
        var timings = new EngineTimings(new SlowOperations(TimeProvider.System), TimeProvider.System);
        var batch = new Catalog.Engine.Core.Shards.BatchReport(
            1, 200, 9_000, TimeSpan.FromMicroseconds(80), TimeSpan.FromMicroseconds(900));
        AllocationGate.AssertNone(() => timings.Record(batch));
        Assert.Equal(timings.ReadCommit().Count, timings.Sizes.Read()[8]);
    }
}
