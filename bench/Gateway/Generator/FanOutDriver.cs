using System.Diagnostics;
using Catalog.Bench.Shared.Http;

namespace Catalog.Bench.Gateway.Generator;

/// <summary>
/// One publisher, many receivers, a window of messages under way: a message is complete when the last receiver has it,
/// and only then the next is published. One thread, one receive a readiness, headers only.
/// </summary>
internal sealed class FanOutDriver : IDisposable
{
    /// <summary>Messages under way.</summary>
    public const int Window = 32;

    /// <summary>Bytes of the text that is published.</summary>
    public const int TextBytes = 128;

    private const int BufferBytes = 256 * 1024;
    private const int EventCount = 512;
    private const int WaitMs = 20;
    private static readonly TimeSpan DrainPatience = TimeSpan.FromSeconds(20);

    private readonly IReadOnlyList<WsClient> _receivers;
    private readonly WsClient _publisher;
    private readonly byte[] _frames;
    private readonly int _frameBytes;
    private readonly byte[] _buffer = new byte[BufferBytes];
    private readonly int[] _missing = new int[Window];
    private readonly long[] _sentAt = new long[Window];
    private readonly Epoll _epoll = new(EventCount);
    private FanOutScore _score = new();
    private long _published;
    private long _completed;
    private long _endAt;

    /// <summary>Publishes by <paramref name="publisher"/> to clients that have joined.</summary>
    public FanOutDriver(IReadOnlyList<WsClient> receivers, WsClient publisher, Dialect dialect)
    {
        (_receivers, _publisher) = (receivers, publisher);
        byte[] frame = ClientFrame.Text(dialect.Publish(new string('x', TextBytes)));
        _frameBytes = frame.Length;
        _frames = new byte[Window * _frameBytes];
        for (int i = 0; i < Window; i++) frame.CopyTo(_frames, i * _frameBytes);
        for (int i = 0; i < receivers.Count; i++) _epoll.Add(receivers[i].Socket, i);
    }

    /// <summary>Lets go of the receivers, which stay connected.</summary>
    public void Dispose() => _epoll.Dispose();

    /// <summary>Runs for so long, and until what is under way is complete.</summary>
    /// <exception cref="InvalidOperationException">Messages were lost, or came twice.</exception>
    public FanOutScore Run(TimeSpan duration)
    {
        _score = new FanOutScore();
        long start = Stopwatch.GetTimestamp();
        _endAt = start + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        Publish();
        while (Stopwatch.GetTimestamp() < _endAt) Poll();
        _score.Elapsed = Stopwatch.GetElapsedTime(start);
        FanOutScore whole = _score;
        _score = new FanOutScore(); // what comes from now on is not counted
        long patience = _endAt + (long)(DrainPatience.TotalSeconds * Stopwatch.Frequency);
        while (_completed < _published && Stopwatch.GetTimestamp() < patience) Poll();
        if (_completed < _published) throw new InvalidOperationException($"Lost: {_published - _completed} messages.");
        return whole;
    }

    private void Poll()
    {
        int count = _epoll.Wait(WaitMs);
        for (int i = 0; i < count; i++) Receive(_receivers[_epoll.Tag(i)]);
    }

    private void Receive(WsClient receiver)
    {
        int found = receiver.Receive(_buffer);
        if (found < 0) throw new InvalidOperationException("The server closed a connection.");
        _score.ReceiveCount++;
        _score.DeliveredCount += found;
        long seen = receiver.Seen;
        receiver.Seen = seen + found;
        if (receiver.Seen > _published) throw new InvalidOperationException("More came than was published.");
        bool isAnyComplete = false;
        for (; found > 0; found--) isAnyComplete |= --_missing[seen++ % Window] == 0;
        if (isAnyComplete) Complete();
    }

    // Receivers get messages in order, so messages become complete in order.
    private void Complete()
    {
        long now = Stopwatch.GetTimestamp();
        while (_completed < _published && _missing[_completed % Window] == 0)
            _score.Completion.RecordTicks(now - _sentAt[_completed++ % Window]);
        if (now < _endAt) Publish();
    }

    /// <summary>Fills the window in one write.</summary>
    private void Publish()
    {
        int count = Window - (int)(_published - _completed);
        long now = Stopwatch.GetTimestamp();
        for (int i = 0; i < count; i++)
        {
            int slot = (int)(_published++ % Window);
            (_missing[slot], _sentAt[slot]) = (_receivers.Count, now);
        }

        _publisher.Send(_frames.AsSpan(0, count * _frameBytes));
    }
}
