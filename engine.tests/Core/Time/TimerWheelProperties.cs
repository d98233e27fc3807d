using Catalog.Engine.Core.Time;
using Catalog.Engine.Tests.House;

namespace Catalog.Engine.Tests.Core.Time;

public sealed class TimerWheelProperties
{
    private const int Capacity = 40;
    private const int Steps = 400;

    [Theory]
    [InlineData(1, 20)]
    [InlineData(1, 300)]
    [InlineData(1, 100_000)]
    [InlineData(1, 40_000_000_000)]
    [InlineData(10, 3_000)]
    [InlineData(7, 1_000_000)]
    public void The_wheel_agrees_with_a_sorted_list(int tickMs, long horizonMs) => Seeds.Run(() =>
    {
        Random random = Seeds.Random((int)horizonMs ^ tickMs);
        for (int run = 0; run < 10; run++) RunAgainstModel(random, tickMs, horizonMs);
    });

    [Fact]
    public void Every_short_sequence_agrees_with_a_sorted_list()
    {
        // Six operations out of four, all sequences, with delays on both sides of a wheel's border.
        const int Operations = 6;
        for (int code = 0; code < 1 << (2 * Operations); code++)
        {
            var pair = new WheelAndModel(nowMs: 60, capacity: 3, tickMs: 1);
            for (int step = 0; step < Operations; step++)
            {
                switch (code >> (2 * step) & 3)
                {
                    case 0: pair.Schedule(pair.NowMs + 3); break;
                    case 1: pair.Schedule(pair.NowMs + 5); break;
                    case 2: pair.Cancel(0); break;
                    default: pair.PopAll(pair.NowMs + 4); break;
                }
            }

            pair.PopAll(1_000);
            Assert.Equal(0, pair.Count);
        }
    }

    [Fact]
    public void Scheduling_cancelling_and_popping_allocate_nothing()
    {
        var wheel = new TimerWheel<int>(0, 64);
        long nowMs = 0;
        AllocationGate.AssertNone(() =>
        {
            wheel.TrySchedule(nowMs + 5_000, 1, out TimerHandle handle);
            wheel.TrySchedule(nowMs + 70, 2, out _);
            wheel.Cancel(handle);
            nowMs += 100;
            while (wheel.TryPop(nowMs, out _))
            {
            }
        });
        Assert.Equal(0, wheel.Count);
    }

    private static void RunAgainstModel(Random random, int tickMs, long horizonMs)
    {
        var pair = new WheelAndModel(random.NextInt64(2_000_000_000_000), Capacity, tickMs);
        for (int step = 0; step < Steps; step++)
        {
            switch (random.Next(10))
            {
                case < 5: pair.Schedule(pair.NowMs + random.NextInt64(-horizonMs / 10, horizonMs)); break;
                case < 7: pair.Cancel(random.Next(Capacity)); break;
                case < 8: pair.PopSome(pair.NowMs + random.NextInt64(horizonMs / 4), random.Next(3)); break;
                case < 9: pair.PopAll(pair.NowMs + random.NextInt64(-5, horizonMs / 20 + 2)); break;
                default: pair.PopAll(Math.Max(pair.NowMs, pair.NextDueMs == long.MaxValue ? 0 : pair.NextDueMs)); break;
            }
        }
    }
}
