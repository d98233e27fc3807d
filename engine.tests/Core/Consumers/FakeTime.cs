namespace Catalog.Engine.Tests.Core.Consumers;

/// <summary>A clock that stands until it is moved, and then fires the timers that have become due, in order.</summary>
internal sealed class FakeTime : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<FakeTimer> _timers = [];
    private long _nowMs = 1_700_000_000_000;

    public override long TimestampFrequency => 1000;

    /// <summary>Milliseconds since 1970, and of the monotonic counter.</summary>
    public long NowMs
    {
        get
        {
            lock (_gate) return _nowMs;
        }
    }

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeMilliseconds(NowMs);

    public override long GetTimestamp() => NowMs;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        lock (_gate) _timers.Add(timer);
        return timer;
    }

    public void Advance(long ms)
    {
        FakeTimer[] due;
        lock (_gate)
        {
            _nowMs += ms;
            due = [.. _timers.Where(timer => timer.DueMs <= _nowMs).OrderBy(timer => timer.DueMs)];
            foreach (FakeTimer timer in due) timer.DueMs = long.MaxValue;
        }

        foreach (FakeTimer timer in due) timer.Fire();
    }

    private sealed class FakeTimer(FakeTime time, Action fire) : ITimer
    {
        public long DueMs { get; set; } = long.MaxValue;

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Assert.Equal(Timeout.InfiniteTimeSpan, period);
            bool isNow = dueTime == TimeSpan.Zero;
            bool isSet = dueTime > TimeSpan.Zero;
            lock (time._gate) DueMs = isSet ? time._nowMs + (long)dueTime.TotalMilliseconds : long.MaxValue;
            if (isNow) Fire();
            return true;
        }

        public void Dispose()
        {
            lock (time._gate) time._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
