using System.Diagnostics;
using Catalog.Bench.Shared.Http;

namespace Catalog.Bench.Gateway.Generator;

/// <summary>
/// Publishes so many messages a second, whatever happens, and measures from when each was due until the last receiver
/// has it. One thread.
/// </summary>
internal sealed class SteadyBroadcast : IDisposable
{
    private const int MaxUnderWay = 16 * 1024;
    private static readonly TimeSpan DrainPatience = TimeSpan.FromSeconds(10);

    private readonly IReadOnlyList<WsClient> _receivers;
    private readonly WsClient _publisher;
    private readonly long _intervalTicks;
    private readonly byte[] _frame;
    private readonly byte[] _buffer = new byte[64 * 1024];
    private readonly int[] _missing = new int[MaxUnderWay];
    private readonly long[] _dueAt = new long[MaxUnderWay];
    private readonly Epoll _epoll;
    private FanOutScore _score = new();
    private long _published;
    private long _completed;

    /// <summary>Publishes to clients that have joined.</summary>
    public SteadyBroadcast(IReadOnlyList<WsClient> receivers, WsClient publisher, int perSecond)
    {
        (_receivers, _publisher, _intervalTicks) = (receivers, publisher, Stopwatch.Frequency / perSecond);
        _frame = ClientFrame.Text(Dialect.Catalog.Publish(new string('x', FanOutDriver.TextBytes)));
        _epoll = new Epoll(receivers.Count + 1);
        for (int i = 0; i < receivers.Count; i++) _epoll.Add(receivers[i].Socket, i);
        _epoll.Add(publisher.Socket, receivers.Count);
    }

    /// <summary>Messages somebody did not get.</summary>
    public long LostCount => _published - _completed;

    /// <summary>Lets go of the receivers, which stay connected.</summary>
    public void Dispose() => _epoll.Dispose();

    /// <summary>Runs for so long or until it is told to end, and until all have what was published.</summary>
    /// <exception cref="InvalidOperationException">A well-behaved client was sent away.</exception>
    public FanOutScore Run(TimeSpan duration, CancellationToken ends = default)
    {
        _score = new FanOutScore();
        long start = Stopwatch.GetTimestamp();
        long endAt = start + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        for (long dueAt = start; dueAt < endAt && !ends.IsCancellationRequested; dueAt += _intervalTicks)
        {
            PollUntil(dueAt);
            Publish(dueAt);
        }

        long patience = Stopwatch.GetTimestamp() + (long)(DrainPatience.TotalSeconds * Stopwatch.Frequency);
        while (LostCount > 0 && Stopwatch.GetTimestamp() < patience) Poll(1);
        _score.Elapsed = Stopwatch.GetElapsedTime(start);
        return _score;
    }

    private void PollUntil(long dueAt)
    {
        long left;
        while ((left = dueAt - Stopwatch.GetTimestamp()) > 0) Poll((int)Math.Max(1, left * 1000 / Stopwatch.Frequency));
    }

    private void Poll(int waitMs)
    {
        int count = _epoll.Wait(waitMs);
        for (int i = 0; i < count; i++)
        {
            int index = _epoll.Tag(i);
            WsClient client = index == _receivers.Count ? _publisher : _receivers[index];
            int found = client.Receive(_buffer);
            if (found < 0) throw new InvalidOperationException("The server closed a well-behaved connection.");
            _score.DeliveredCount += found;
            _score.ReceiveCount++;
            for (; found > 0; found--) Take(client.Seen++);
        }
    }

    private void Take(long message)
    {
        int slot = (int)(message % MaxUnderWay);
        if (--_missing[slot] > 0) return;
        _score.Completion.RecordTicks(Stopwatch.GetTimestamp() - _dueAt[slot]);
        _completed++;
    }

    private void Publish(long dueAt)
    {
        int slot = (int)(_published++ % MaxUnderWay);
        (_missing[slot], _dueAt[slot]) = (_receivers.Count, dueAt);
        _publisher.Send(_frame);
    }
}
