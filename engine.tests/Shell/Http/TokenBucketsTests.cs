using Catalog.Engine.Tests.House;
using Catalog.Shell.Http.RateLimits;

namespace Catalog.Engine.Tests.Shell.Http;

/// <summary>Token buckets against a model that keeps every key's tokens as a fraction.</summary>
public sealed class TokenBucketsTests
{
    [Fact]
    public void A_burst_passes_then_one_an_interval()
    {
        var buckets = new TokenBuckets(interval: 10, burst: 3, capacity: 8, seed: 1);
        Assert.Equal([0L, 0L, 0L, 10L, 10L], Enumerable.Range(0, 5).Select(_ => buckets.Take(1, 100)));
        Assert.Equal(1, buckets.Take(1, 109));
        Assert.Equal(0, buckets.Take(1, 110));
        Assert.Equal(10, buckets.Take(1, 110));
        Assert.Equal([0L, 0L, 0L, 10L], Enumerable.Range(0, 4).Select(_ => buckets.Take(1, 1_000_000)));
    }

    [Fact]
    public void Keys_do_not_share_a_bucket()
    {
        var buckets = new TokenBuckets(interval: 10, burst: 1, capacity: 8, seed: 1);
        Assert.Equal(0, buckets.Take(1, 100));
        Assert.Equal(0, buckets.Take(2, 100));
        Assert.Equal(10, buckets.Take(1, 100));
    }

    [Fact]
    public void It_agrees_with_buckets_kept_in_full() => Seeds.Run(() =>
    {
        Random random = Seeds.Random(77);
        var buckets = new TokenBuckets(interval: 7, burst: 4, capacity: 1 << 12, seed: 5);
        var model = new Dictionary<ulong, (double Tokens, long At)>();
        long now = 1;
        for (int i = 0; i < 20_000; i++)
        {
            now += random.Next(0, 4);
            ulong key = (ulong)random.Next(1, 6);
            (double tokens, long at) = model.TryGetValue(key, out (double, long) known) ? known : (4, now);
            tokens = Math.Min(4, tokens + ((now - at) / 7.0));
            bool passes = tokens >= 1 - 1e-9;
            model[key] = (passes ? tokens - 1 : tokens, now);
            Assert.Equal(passes, buckets.Take(key, now) == 0);
        }

        buckets.CheckInvariants(now);
    });

    [Fact]
    public void More_keys_than_room_never_refuse_a_newcomer()
    {
        var buckets = new TokenBuckets(interval: 10, burst: 1, capacity: 64, seed: 9);
        for (ulong key = 1; key <= 10_000; key++) Assert.Equal(0, buckets.Take(key, 100));
        buckets.CheckInvariants(100);
    }

    [Fact]
    public void Taking_allocates_nothing()
    {
        var buckets = new TokenBuckets(interval: 1, burst: 1, capacity: 64, seed: 9);
        long now = 1;
        AllocationGate.AssertNone(() => buckets.Take((ulong)(now % 200), now++));
    }

    [Fact]
    public void Threads_share_one_bucket_without_losing_count()
    {
        var buckets = new TokenBuckets(interval: 1_000, burst: 500, capacity: 64, seed: 9);
        int passed = 0;
        Parallel.For(0, 2_000, _ =>
        {
            if (buckets.Take(3, 1) == 0) Interlocked.Increment(ref passed);
        });
        Assert.Equal(500, passed);
    }
}
