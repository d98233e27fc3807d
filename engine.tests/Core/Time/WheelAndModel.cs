using Catalog.Engine.Core.Time;

namespace Catalog.Engine.Tests.Core.Time;

/// <summary>
/// A timer wheel beside the plainest thing that does the same: a list that is searched from end to end.
/// </summary>
internal sealed class WheelAndModel(long nowMs, int capacity, int tickMs)
{
    private readonly TimerWheel<int> _wheel = new(nowMs, capacity, tickMs);
    private readonly List<(long DueTick, int Payload, TimerHandle Handle)> _model = [];
    private long _nowTick = nowMs / tickMs;
    private int _nextPayload;

    public long NowMs { get; private set; } = nowMs;

    public long NextDueMs => _wheel.NextDueMs;

    public int Count => _model.Count;

    public void Schedule(long dueMs)
    {
        int payload = _nextPayload++;
        bool scheduled = _wheel.TrySchedule(dueMs, payload, out TimerHandle handle);
        Assert.Equal(_model.Count < capacity, scheduled);
        long dueTick = Math.Max(_nowTick, (long)Math.Ceiling((decimal)dueMs / tickMs));
        if (scheduled) _model.Add((dueTick, payload, handle));
        Check();
    }

    public void Cancel(int index)
    {
        if (index >= _model.Count) return;
        TimerHandle handle = _model[index].Handle;
        Assert.True(_wheel.Cancel(handle));
        Assert.False(_wheel.Cancel(handle));
        _model.RemoveAt(index);
        Check();
    }

    public void PopAll(long untilMs) => PopSome(untilMs, int.MaxValue);

    public void PopSome(long untilMs, int most)
    {
        NowMs = Math.Max(NowMs, untilMs);
        for (int popped = 0; popped < most && PopOne(untilMs); popped++)
        {
        }
    }

    private bool PopOne(long untilMs)
    {
        bool found = _wheel.TryPop(untilMs, out int payload);

        // MinBy takes the first of equals: timers of one tick fire in the order they were set.
        var due = _model.Where(timer => timer.DueTick <= untilMs / tickMs);
        var expected = due.DefaultIfEmpty().MinBy(timer => timer.DueTick);
        Assert.Equal(!expected.Handle.IsNone, found);
        if (found)
        {
            Assert.Equal(expected.Payload, payload);
            Assert.False(_wheel.IsSet(expected.Handle));
            _model.Remove(expected);
            _nowTick = Math.Max(_nowTick, expected.DueTick);
        }
        else
        {
            _nowTick = Math.Max(_nowTick, untilMs / tickMs);
        }

        Check();
        return found;
    }

    private void Check()
    {
        _wheel.CheckInvariants();
        Assert.Equal(_model.Count, _wheel.Count);
        if (_model.Count == 0) Assert.Equal(long.MaxValue, _wheel.NextDueMs);
        else Assert.True(_wheel.NextDueMs <= _model.Min(timer => timer.DueTick) * tickMs);
    }
}
