using Catalog.Engine.Analytics;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Tests.House;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Analytics;

public sealed class RollupTests
{
    private const long DayMs = TimeBuckets.DayMs;
    private const long StartMs = 1_767_225_600_000; // Thursday, 2026-01-01

    private static readonly RollupSpec Daily = new()
    {
        Name = "analytics_daily_revenue",
        Title = "Revenue by day",
        Dimensions = [new DimensionSpec("movie", "Film", MaxValues: 3)],
        Measures = [MeasureSpec.Sum("total_revenue", "Revenue", MeasureUnit.Cents)],
        Levels = [new(TimeGrain.Day, 40), new(TimeGrain.Month, 2)],
        MaxRows = 6,
    };

    [Fact]
    public void ARowIsATimeAndValues()
    {
        var rollup = new Rollup(Daily);
        Assert.Equal(RollupAdd.Counted, rollup.Add(StartMs + 5, [7], [100]));
        Assert.Equal(RollupAdd.Counted, rollup.Add(StartMs + DayMs - 1, [7], [20]));
        Assert.Equal(RollupAdd.Counted, rollup.Add(StartMs + DayMs, [8], [3]));
        RollupTable table = rollup.Query(new RollupQuery { By = ["movie"] });
        Assert.Equal(2, table.RowCount);
        Assert.Equal((StartMs, 7UL, 120d), (table.TimeMs(0), table.Keys(0)[0], table.Values(0)[0]));
        Assert.Equal((StartMs + DayMs, 8UL, 3d), (table.TimeMs(1), table.Keys(1)[0], table.Values(1)[0]));
    }

    [Fact]
    public void AQueryWithoutDimensionsForAllTimeHasOneRowEvenOfNothing()
    {
        RollupTable table = new Rollup(RollupModel.Spec).Query(new RollupQuery { Grain = TimeGrain.All });
        double none = double.NaN;
        Assert.Equal([0, 0, none, none, 0, none, none, none], table.Values(0).ToArray());
        Assert.Equal(1, table.RowCount);
    }

    [Fact]
    public void WhatFindsNoRoomCountsAsOther()
    {
        var rollup = new Rollup(Daily);
        for (ulong movie = 1; movie <= 3; movie++) Assert.Equal(RollupAdd.Counted, rollup.Add(StartMs, [movie], [1]));
        Assert.Equal(RollupAdd.CountedAsOther, rollup.Add(StartMs, [4], [10]));
        for (ulong movie = 1; movie <= 2; movie++)
            Assert.Equal(RollupAdd.Counted, rollup.Add(StartMs + DayMs, [movie], [1]));
        Assert.Equal(RollupAdd.CountedAsOther, rollup.Add(StartMs + DayMs, [3], [10]));
        Assert.Equal(RollupAdd.CountedAsOther, rollup.Add(StartMs + DayMs, [4], [10]));
        Assert.Equal((7, 3), (rollup.RowCount, rollup.OtherCount));
        rollup.CheckInvariants();
        RollupTable total = rollup.Query(new RollupQuery { Grain = TimeGrain.All });
        Assert.Equal(35, total.Values(0)[0]);
    }

    [Fact]
    public void ValuesThatAgedAwayMakeRoomForOthers()
    {
        var rollup = new Rollup(Daily);
        for (ulong movie = 1; movie <= 60; movie++)
        {
            RollupAdd added = rollup.Add(StartMs + ((long)movie * 40 * DayMs), [movie], [1]);
            Assert.Equal(RollupAdd.Counted, added);
            rollup.CheckInvariants();
        }

        Assert.InRange(rollup.RowCount, 1, 4);
        Assert.Equal(RollupAdd.TooOld, rollup.Add(StartMs, [1], [1]));
        Assert.Equal(1, rollup.TooOldCount);
    }

    [Fact]
    public void AFinerQuestionThanWhatIsKeptIsAnsweredInWhatThereIs()
    {
        var rollup = new Rollup(RollupModel.Spec);
        for (int day = 0; day < 100; day++) rollup.Add(StartMs + (day * DayMs), [1, 1], [1, 1, 1, 1, 1, 1]);
        long end = StartMs + (100 * DayMs);
        RollupTable recent = rollup.Query(new RollupQuery { FromMs = end - (20 * DayMs), Grain = TimeGrain.Day });
        Assert.Equal((TimeGrain.Day, 20), (recent.Grain, recent.RowCount));
        RollupTable old = rollup.Query(new RollupQuery { FromMs = StartMs + (3 * DayMs), Grain = TimeGrain.Hour });
        Assert.Equal((TimeGrain.Month, StartMs, 4), (old.Grain, old.FromMs, old.RowCount));
        RollupTable all = rollup.Query(new RollupQuery { Grain = TimeGrain.All, Measures = ["bookings"] });
        Assert.Equal(100, all.Values(0)[0]);
    }

    [Fact]
    public void MonthsAreComparedWithMonths()
    {
        var rollup = new Rollup(Daily);
        rollup.Add(StartMs + (3 * DayMs), [1], [5]);
        rollup.Add(StartMs + (33 * DayMs), [2], [7]);
        var february = new RollupQuery
        {
            FromMs = StartMs + (31 * DayMs),
            ToMs = StartMs + (59 * DayMs),
            Grain = TimeGrain.All,
            By = ["movie"],
            ComparesPrevious = true,
        };
        RollupTable table = rollup.Query(february);
        Assert.Equal(StartMs, table.PreviousFromMs);
        Assert.Equal([0, 7], [table.Values(0)[0], table.Values(1)[0]]);
        Assert.Equal([5, 0], [table.Previous(0)[0], table.Previous(1)[0]]);
    }

    [Fact]
    public void AddingAllocatesNothingWhileTimeGoesOn()
    {
        var spec = RollupModel.Spec with { Levels = [new(TimeGrain.Minute, 5), new(TimeGrain.Hour, 3)] };
        var rollup = new Rollup(spec);
        var random = new Random(1);
        long nowMs = StartMs;
        void Act()
        {
            nowMs += random.Next(4_000);
            rollup.Add(nowMs, [(ulong)random.Next(4), (ulong)random.Next(2)], [1, 2, 3, 4, random.Next(4), 5]);
        }

        // Every array that is used again has met its busiest minute by then.
        for (int i = 0; i < 400_000; i++) Act();
        AllocationGate.AssertNone(Act, 20_000);
        rollup.CheckInvariants();
    }

    [Theory]
    [InlineData("from")]
    [InlineData("by")]
    [InlineData("theatre")]
    [InlineData("measures")]
    [InlineData("order")]
    [InlineData("limit")]
    public void AQueryThatCannotBeAnsweredSaysWhy(string field)
    {
        var query = new RollupQuery { ToMs = 10 };
        query = field switch
        {
            "from" => query with { FromMs = 10 },
            "by" => query with { By = ["movie", "movie"] },
            "theatre" => query with { Where = [new("theatre", [1])] },
            "measures" => query with { Measures = ["luck"] },
            "order" => query with { Measures = ["revenue"], OrderBy = "bookings" },
            _ => query with { Limit = 0 },
        };
        Assert.Equal(field, query.Check(RollupModel.Spec)?.Field);
        Assert.Throws<ArgumentException>(() => new Rollup(RollupModel.Spec).Query(query));
    }

    [Fact]
    public void SpecificationsThatMakeNoSenseAreRefused()
    {
        RollupSpec[] wrong =
        [
            Daily with { Name = "Analytics" },
            Daily with { Dimensions = [new("limit", "?")] },
            Daily with { Measures = [] },
            Daily with { Levels = [] },
            Daily with { Levels = [new(TimeGrain.Week, 3)] },
            Daily with { Levels = [new(TimeGrain.Month, 1), new(TimeGrain.Day, 0)] },
            Daily with { Measures = [.. Daily.Measures, MeasureSpec.Ratio("share", "?", ("total_revenue", "luck"))] },
        ];
        foreach (RollupSpec spec in wrong) Assert.Throws<ArgumentException>(() => new Rollup(spec));
    }

    [Fact]
    public void ARollupThatChangedIsNotLoaded()
    {
        var rollup = new Rollup(Daily);
        rollup.Add(StartMs, [1], [1]);
        var buffer = new ByteBuffer();
        var writer = new MessagePackWriter(buffer);
        rollup.Save(ref writer);
        var changed = new Rollup(Daily with { Measures = [MeasureSpec.Max("total_revenue", "?", MeasureUnit.Cents)] });
        Assert.Throws<MessagePackFormatException>(() =>
        {
            var reader = new MessagePackReader(buffer.WrittenSpan);
            changed.Load(ref reader);
        });
    }
}
