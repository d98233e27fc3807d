using Catalog.Engine.Analytics;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Tests.House;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Analytics;

public sealed class ActivityTableTests
{
    private const long DayMs = TimeBuckets.DayMs;
    private const long MondayMs = 1_767_571_200_000; // 2026-01-05

    [Fact]
    public void EverybodyIsWhatAPlainListSays() => Seeds.Run(() =>
    {
        Random random = Seeds.Random(700);
        for (int run = 0; run < 10; run++)
        {
            var table = new ActivityTable(TimeGrain.Week);
            var acts = new List<(ulong Id, long TimeMs, long Amount)>();
            long now = MondayMs;
            for (int i = 0; i < 400; i++)
            {
                now += random.NextInt64(DayMs);
                (ulong Id, long TimeMs, long Amount) act = ((ulong)random.Next(60), now, random.Next(1, 90));
                bool isFirst = acts.TrueForAll(other => other.Id != act.Id);
                Assert.Equal(isFirst ? ActivityAdd.First : ActivityAdd.Again, table.Add(act.Id, now, act.Amount));
                acts.Add(act);
                if (i % 90 == 89) table = SaveAndLoad(table);
            }

            table.CheckInvariants();
            AssertSame(acts, table);
            AssertRetention(acts, table, now);
        }
    });

    [Fact]
    public void WhatIsTakenBackCountsNoMore()
    {
        var table = new ActivityTable(TimeGrain.Month);
        table.Add(4, MondayMs, 100);
        table.Add(5, MondayMs, 80);
        Assert.True(table.Adjust(4, -30));
        Assert.False(table.Adjust(6, -30));
        Assert.Equal([5UL, 4UL], table.Leaders(ActivityOrder.Amount, 5).Select(one => one.Id));
        Assert.Equal(new ActivityTotals(2, 0, 2, 150, 0), table.Totals);
        Assert.Equal(75, table.Totals.MeanAmount);
    }

    [Fact]
    public void WhoFindsNoRoomIsUnknown()
    {
        var table = new ActivityTable(TimeGrain.Week, maxRows: 1);
        Assert.Equal(ActivityAdd.First, table.Add(1, MondayMs, 1));
        Assert.Equal(ActivityAdd.Full, table.Add(2, MondayMs, 1));
        Assert.Equal(ActivityAdd.Again, table.Add(1, MondayMs, 1));
        Assert.Equal(1, table.Totals.Unknown);
    }

    [Fact]
    public void AddingAllocatesNothing()
    {
        var table = new ActivityTable(TimeGrain.Day);
        long now = MondayMs;
        AllocationGate.AssertNone(() => table.Add((ulong)(now % 50), now += 1_000, 1));
    }

    private static void AssertSame(List<(ulong Id, long TimeMs, long Amount)> acts, ActivityTable table)
    {
        var people = acts.GroupBy(act => act.Id).Select(one => new Activity(
            one.Key,
            one.Min(act => act.TimeMs),
            one.Max(act => act.TimeMs),
            one.Count(),
            one.Sum(act => act.Amount),
            one.Select(act => TimeBuckets.Floor(TimeGrain.Week, act.TimeMs)).Distinct().Count())).ToList();
        Assert.Equal(people.Count, table.Count);
        foreach (Activity one in people)
        {
            Assert.True(table.TryFind(one.Id, out Activity found));
            Assert.Equal(one, found);
        }

        Assert.Equal(
            people.OrderByDescending(one => one.Amount).ThenBy(one => one.Id).Take(7),
            table.Leaders(ActivityOrder.Amount, 7));
        Assert.Equal(
            people.OrderByDescending(one => one.Acts).ThenBy(one => one.Id).Take(7),
            table.Leaders(ActivityOrder.Acts, 7));
        int returning = people.Count(one => one.Acts > 1);
        long amount = acts.Sum(act => act.Amount);
        Assert.Equal(new ActivityTotals(people.Count, returning, acts.Count, amount, 0), table.Totals);
    }

    private static void AssertRetention(
        List<(ulong Id, long TimeMs, long Amount)> acts, ActivityTable table, long nowMs)
    {
        IReadOnlyList<RetentionCohort> cohorts = table.Retention(MondayMs + DayMs, nowMs + 1, 12);
        Assert.Equal(MondayMs, cohorts[0].StartMs);
        Assert.Equal(table.Count, cohorts.Sum(cohort => cohort.Size));
        for (int i = 0; i < cohorts.Count; i++)
        {
            RetentionCohort cohort = cohorts[i];
            HashSet<ulong> members = [.. acts.GroupBy(act => act.Id)
                .Where(one => WeekOf(one.Min(act => act.TimeMs)) == cohort.StartMs).Select(one => one.Key)];
            Assert.Equal(Math.Min(12, cohorts.Count - i), cohort.Active.Count);
            for (int k = 0; k < cohort.Active.Count; k++)
            {
                long week = cohort.StartMs + (k * TimeBuckets.WeekMs);
                int active = acts.Where(act => WeekOf(act.TimeMs) == week && members.Contains(act.Id))
                    .Select(act => act.Id).Distinct().Count();
                Assert.Equal(active, cohort.Active[k]);
            }
        }
    }

    private static long WeekOf(long timeMs) => TimeBuckets.Floor(TimeGrain.Week, timeMs);

    private static ActivityTable SaveAndLoad(ActivityTable table)
    {
        var buffer = new ByteBuffer();
        var writer = new MessagePackWriter(buffer);
        table.Save(ref writer);
        var loaded = new ActivityTable(table.Period);
        loaded.Add(1_000, 5, 5);
        var reader = new MessagePackReader(buffer.WrittenSpan);
        loaded.Load(ref reader);
        Assert.True(reader.End);
        Assert.Equal(table.Totals, loaded.Totals);
        return loaded;
    }
}
