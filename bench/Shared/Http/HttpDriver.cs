using System.Diagnostics;

namespace Catalog.Bench.Shared.Http;

/// <summary>One thread of a load generator: its connections, what it sends over them, what it counts.</summary>
internal abstract class HttpDriver : IDisposable
{
    private const int DrainMs = 30_000;

    private readonly HttpConnection[] _connections;
    private readonly IRequestSource _source;
    private readonly Epoll _epoll;

    /// <summary>Connects to a port of this machine.</summary>
    protected HttpDriver(int port, int connectionCount, IRequestSource source)
    {
        _source = source;
        _epoll = new Epoll(connectionCount);
        _connections = new HttpConnection[connectionCount];
        for (int i = 0; i < connectionCount; i++)
        {
            _connections[i] = new HttpConnection(port);
            _epoll.Add(_connections[i].Socket, i);
        }
    }

    /// <summary>What was counted.</summary>
    public HttpScore Score { get; } = new();

    /// <summary>Number of connections.</summary>
    protected int ConnectionCount => _connections.Length;

    /// <summary>Requests under way.</summary>
    protected int InFlight { get; private set; }

    /// <summary>Closes the connections.</summary>
    public void Dispose()
    {
        foreach (HttpConnection connection in _connections) connection?.Dispose();
        _epoll.Dispose();
    }

    /// <summary>Runs for so long, and until what is under way is answered.</summary>
    public void Run(TimeSpan duration)
    {
        long start = Stopwatch.GetTimestamp();
        long endAt = start + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        Begin(start, endAt);
        while (Stopwatch.GetTimestamp() < endAt) Poll(PrepareWait());
        Score.Elapsed = Stopwatch.GetElapsedTime(start);
        End();
        long drainUntil = endAt + (DrainMs * Stopwatch.Frequency / 1000);
        while (InFlight > 0 && Stopwatch.GetTimestamp() < drainUntil) Poll(timeoutMs: 1);
        Score.UnansweredCount = InFlight + UnsentCount;
    }

    /// <summary>Sends the first requests.</summary>
    protected abstract void Begin(long startAt, long endAt);

    /// <summary>Sends what is due; how long there is nothing to do but wait for answers, in milliseconds.</summary>
    protected abstract int PrepareWait();

    /// <summary>A connection has its answer.</summary>
    protected abstract void OnIdle(int connection);

    /// <summary>Requests that were due and could not be sent.</summary>
    protected abstract long UnsentCount { get; }

    /// <summary>Nothing new comes due from now on.</summary>
    protected abstract void End();

    /// <summary>Sends the source's next request over a connection.</summary>
    protected void Send(int connection, long dueAt)
    {
        HttpConnection to = _connections[connection];
        to.DueAt = dueAt;
        to.Send(_source.Next(connection));
        InFlight++;
    }

    private void Poll(int timeoutMs)
    {
        int count = _epoll.Wait(timeoutMs);
        for (int i = 0; i < count; i++)
        {
            int index = _epoll.Tag(i);
            HttpConnection connection = _connections[index];
            if (!connection.TryReceive(out int status, out ReadOnlySpan<byte> body)) continue;
            Score.Record(status, Stopwatch.GetTimestamp() - connection.DueAt);
            InFlight--;
            _source.OnResponse(index, status, body);
            if (_source.HasFollowUp(index)) Send(index, Stopwatch.GetTimestamp());
            else OnIdle(index);
        }
    }
}
