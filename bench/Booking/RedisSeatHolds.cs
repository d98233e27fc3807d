using System.Diagnostics;
using System.Text;
using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Redis;

namespace Catalog.Bench.Booking;

/// <summary>
/// The hold workload against Redis: one thread keeps several connections busy, each with a pipeline of calls, so the
/// server always has the next ones waiting.
/// </summary>
internal sealed class RedisSeatHolds : IDisposable
{
    private const int Depth = 64;

    private readonly HoldWorkload _workload;
    private readonly RespPipeline[] _connections;
    private readonly byte[] _sha;
    private long _number;

    /// <summary>Connects to a server on this machine.</summary>
    public RedisSeatHolds(int port, HoldWorkload workload, int connectionCount)
    {
        _connections = new RespPipeline[connectionCount];
        _workload = workload;
        for (int i = 0; i < connectionCount; i++) _connections[i] = new RespPipeline(port);
        _sha = Encoding.ASCII.GetBytes(_connections[0].LoadScript(RedisHoldScript.Source));
    }

    /// <summary>Goes on until the houses are as full as they stay.</summary>
    public void WarmUp() => Run(n => n < 2L * _workload.AttemptsPerHoldTime);

    /// <summary>Attempts holds for so long.</summary>
    public HoldScore Run(BenchRun run)
    {
        long end = Stopwatch.GetTimestamp() + (long)(run.Duration.TotalSeconds * Stopwatch.Frequency);
        return Run(_ => Stopwatch.GetTimestamp() < end && !run.Cancel.IsCancellationRequested);
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose()
    {
        foreach (RespPipeline connection in _connections) connection.Dispose();
    }

    private HoldScore Run(Func<long, bool> goesOn)
    {
        long start = Stopwatch.GetTimestamp(), first = _number, granted = 0;
        foreach (RespPipeline connection in _connections) SendBatch(connection);
        while (goesOn(_number))
        {
            foreach (RespPipeline connection in _connections)
            {
                granted += connection.ReadFlags();
                SendBatch(connection);
            }
        }

        foreach (RespPipeline connection in _connections) granted += connection.ReadFlags();
        return new HoldScore(_number - first, granted, Stopwatch.GetElapsedTime(start));
    }

    private void SendBatch(RespPipeline connection)
    {
        for (int i = 0; i < Depth; i++, _number++)
            RedisHoldScript.Append(connection, _sha, in _workload[_number], _workload.NowMs(_number), _number);
        connection.Send();
    }
}
