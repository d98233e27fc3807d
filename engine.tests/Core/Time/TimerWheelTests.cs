using Catalog.Engine.Core.Time;

namespace Catalog.Engine.Tests.Core.Time;

public sealed class TimerWheelTests
{
    [Fact]
    public void An_empty_wheel_has_nothing_due()
    {
        var wheel = new TimerWheel<string>(0, 1);
        Assert.False(wheel.TryPop(long.MaxValue, out _));
        Assert.Equal(long.MaxValue, wheel.NextDueMs);
        wheel.CheckInvariants();
    }

    [Fact]
    public void A_timer_fires_at_its_time_and_not_before()
    {
        var wheel = new TimerWheel<string>(0, 1);
        Assert.True(wheel.TrySchedule(1_000_000, "a", out TimerHandle handle));
        Assert.False(wheel.TryPop(999_999, out _));
        Assert.Equal(1_000_000, wheel.NextDueMs);
        Assert.True(wheel.IsSet(handle));
        Assert.True(wheel.TryPop(1_000_000, out string? payload));
        Assert.Equal("a", payload);
        Assert.False(wheel.IsSet(handle));
        Assert.Equal(0, wheel.Count);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 10)]
    [InlineData(10, 10)]
    [InlineData(11, 20)]
    public void A_coarse_tick_rounds_up(long dueMs, long firesMs)
    {
        var wheel = new TimerWheel<int>(0, 1, tickMs: 10);
        wheel.TrySchedule(dueMs, 1, out _);
        Assert.Equal(firesMs, wheel.NextDueMs);
        if (firesMs > 0) Assert.False(wheel.TryPop(firesMs - 1, out _));
        Assert.True(wheel.TryPop(firesMs, out _));
    }

    [Fact]
    public void What_is_past_is_due_now_and_keeps_its_turn()
    {
        var wheel = new TimerWheel<int>(5_000, 3);
        wheel.TrySchedule(5_000, 1, out _);
        wheel.TrySchedule(-7, 2, out _);
        wheel.TrySchedule(4_999, 3, out _);
        Assert.Equal(5_000, wheel.NextDueMs);
        Assert.Equal([1, 2, 3], PopAll(wheel, 5_000));
    }

    [Fact]
    public void Every_time_a_long_can_name_is_in_reach()
    {
        var wheel = new TimerWheel<long>(1_700_000_000_000, 8);
        long[] dues = [1_700_000_000_001, 1_800_000_000_000, 99_999_999_999_999, long.MaxValue - 1, long.MaxValue];
        foreach (long due in dues.Reverse()) Assert.True(wheel.TrySchedule(due, due, out _));
        wheel.CheckInvariants();
        foreach (long due in dues)
        {
            Assert.False(wheel.TryPop(due - 1, out _));
            Assert.True(wheel.NextDueMs <= due);
            Assert.True(wheel.TryPop(due, out long popped));
            Assert.Equal(due, popped);
            wheel.CheckInvariants();
        }
    }

    [Fact]
    public void The_highest_time_of_a_coarse_tick_saturates()
    {
        var wheel = new TimerWheel<int>(0, 1, tickMs: 1_000);
        wheel.TrySchedule(long.MaxValue, 1, out _);
        Assert.False(wheel.TryPop(long.MaxValue - 1_000, out _));
        Assert.False(wheel.TryPop(long.MaxValue, out _));
        Assert.Equal(long.MaxValue, wheel.NextDueMs);
    }

    [Fact]
    public void Sleeping_until_the_next_due_bound_wakes_at_most_once_a_wheel_for_nothing()
    {
        var wheel = new TimerWheel<int>(1_700_000_000_000, 1);
        wheel.TrySchedule(1_700_000_000_000 + 77_777_777_777, 1, out _);
        int wakes = 0;
        while (!wheel.TryPop(wheel.NextDueMs, out _)) wakes++;
        Assert.InRange(wakes, 1, 7);
    }

    [Fact]
    public void A_full_wheel_refuses_and_takes_again_after_a_pop()
    {
        var wheel = new TimerWheel<int>(0, 2);
        Assert.True(wheel.TrySchedule(1, 1, out _));
        Assert.True(wheel.TrySchedule(2, 2, out _));
        Assert.False(wheel.TrySchedule(3, 3, out TimerHandle none));
        Assert.True(none.IsNone);
        Assert.Equal([1], PopAll(wheel, 1));
        Assert.True(wheel.TrySchedule(3, 3, out _));
        Assert.Equal([2, 3], PopAll(wheel, 3));
    }

    [Fact]
    public void A_cancelled_timer_does_not_fire_and_its_handle_is_spent()
    {
        var wheel = new TimerWheel<int>(0, 2);
        wheel.TrySchedule(5, 1, out TimerHandle handle);
        Assert.True(wheel.Cancel(handle));
        Assert.False(wheel.Cancel(handle));
        wheel.TrySchedule(5, 2, out TimerHandle reused);
        Assert.Equal(handle.Index, reused.Index);
        Assert.False(wheel.Cancel(handle));
        Assert.False(wheel.Cancel(default));
        Assert.False(wheel.Cancel(new TimerHandle(-1, 1)));
        Assert.False(wheel.Cancel(new TimerHandle(1, 1)));
        Assert.Equal([2], PopAll(wheel, 5));
    }

    [Fact]
    public void A_clock_that_goes_back_does_not_take_the_wheel_along()
    {
        var wheel = new TimerWheel<int>(0, 2);
        Assert.False(wheel.TryPop(1_000, out _));
        wheel.TrySchedule(500, 1, out _);
        Assert.False(wheel.TryPop(999, out _));
        Assert.False(wheel.TryPop(-1, out _));
        Assert.Equal([1], PopAll(wheel, 1_000));
    }

    [Fact]
    public void A_popped_payload_is_let_go()
    {
        var wheel = new TimerWheel<object>(0, 1);
        WeakReference payload = SchedulePop(wheel);
        GC.Collect();
        Assert.False(payload.IsAlive);
        GC.KeepAlive(wheel);

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        static WeakReference SchedulePop(TimerWheel<object> wheel)
        {
            wheel.TrySchedule(1, new object(), out _);
            wheel.TryPop(1, out object? payload);
            return new WeakReference(payload);
        }
    }

    [Fact]
    public void Misuse_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new TimerWheel<int>(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TimerWheel<int>(0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TimerWheel<int>(0, 1, tickMs: 0));
    }

    private static List<T> PopAll<T>(TimerWheel<T> wheel, long nowMs)
    {
        List<T> popped = [];
        while (wheel.TryPop(nowMs, out T? payload)) popped.Add(payload);
        return popped;
    }
}
