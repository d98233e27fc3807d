using Catalog.Engine.Analytics;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Tests.House;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Analytics;

/// <summary>Random events and random questions: the answers are those of a plain list.</summary>
public sealed class RollupProperties
{
    private const long StartMs = 1_767_225_600_000; // 2026-01-01

    [Fact]
    public void AnswersAreThoseOfAPlainList() => Seeds.Run(() =>
    {
        for (int run = 0; run < 12; run++) Run(Seeds.Random(100 + run));
    });

    private static void Run(Random random)
    {
        var rollup = new Rollup(RollupModel.Spec);
        var model = new RollupModel();
        long nowMs = StartMs + random.NextInt64(400 * TimeBuckets.DayMs);
        int stride = random.Next(1, 5);
        for (int step = 0; step < 600; step++)
        {
            nowMs += random.NextInt64(Stride(stride));
            Add(rollup, model, random, nowMs);
            if (step % 97 == 96) rollup = SaveAndLoad(rollup);
            if (step % 25 != 24) continue;
            rollup.CheckInvariants();
            RollupQuery query = Ask(random, nowMs);
            model.AssertSame(query, rollup.Query(query));
        }

        Assert.Equal(model.Count, rollup.EventCount);
        Assert.Equal(0, rollup.OtherCount + rollup.TooOldCount);
    }

    private static long Stride(int kind) => kind switch
    {
        1 => 2 * TimeBuckets.MinuteMs,
        2 => TimeBuckets.HourMs,
        3 => TimeBuckets.DayMs,
        _ => 5 * TimeBuckets.DayMs,
    };

    private static void Add(Rollup rollup, RollupModel model, Random random, long nowMs)
    {
        // Now and then something is late, even very late.
        long lateMs = random.Next(10) == 0 ? random.NextInt64(60 * TimeBuckets.DayMs) : random.Next(100_000);
        long timeMs = nowMs - lateMs;
        ulong theater = random.Next(20) == 0 ? DimensionSpec.Other : (ulong)random.Next(4);
        ulong[] keys = [(ulong)random.Next(12) * 1_000_000_007, theater];
        long cents = random.NextInt64(-500, 5_000);
        long[] values = [1, cents, cents, cents, random.Next(30), cents];
        Assert.Equal(RollupAdd.Counted, rollup.Add(timeMs, keys, values));
        model.Add(timeMs, keys, values);
    }

    private static RollupQuery Ask(Random random, long nowMs)
    {
        long fromMs = nowMs - random.NextInt64(200 * TimeBuckets.DayMs);
        string[][] by = [[], ["movie"], ["theater"], ["theater", "movie"]];
        string[][] measures = [[], ["revenue"], ["average", "cheapest"], ["people", "paid_p50"]];
        List<RollupFilter> where = [];
        if (random.Next(3) == 0) where.Add(new("movie", [(ulong)random.Next(13) * 1_000_000_007]));
        if (random.Next(3) == 0) where.Add(new("theater", [0, 2, DimensionSpec.Other]));
        string[] wanted = measures[random.Next(measures.Length)];
        string[] orders = [RollupQuery.ByTime, RollupQuery.ByKey, wanted.Length == 0 ? "revenue" : wanted[0]];
        // The period before is exact where nothing in it is coarser than the question.
        bool compares = random.Next(3) == 0;
        if (compares) fromMs = TimeBuckets.Floor(TimeGrain.Month, fromMs);
        long toMs = nowMs + 1 - random.NextInt64(nowMs - fromMs);
        return new RollupQuery
        {
            FromMs = fromMs,
            ToMs = compares ? TimeBuckets.Ceiling(TimeGrain.Month, nowMs) : toMs,
            Grain = (TimeGrain)(compares ? random.Next(4, 6) : random.Next(6)),
            By = by[random.Next(by.Length)],
            Where = where,
            Measures = wanted,
            OrderBy = orders[random.Next(orders.Length)],
            IsDescending = random.Next(2) == 0,
            Limit = random.Next(2) == 0 ? 1_000 : random.Next(1, 8),
            ComparesPrevious = compares,
        };
    }

    internal static Rollup SaveAndLoad(Rollup rollup)
    {
        var buffer = new ByteBuffer();
        var writer = new MessagePackWriter(buffer);
        rollup.Save(ref writer);
        var loaded = new Rollup(rollup.Spec);
        var reader = new MessagePackReader(buffer.WrittenSpan);
        loaded.Load(ref reader);
        Assert.True(reader.End);
        loaded.CheckInvariants();
        return loaded;
    }
}
