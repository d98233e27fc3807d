using System.Diagnostics;
using Catalog.Engine.Core.Shards;
using Catalog.Shell.Events;
using Catalog.Shell.Hosting;

namespace Catalog.Shell.Observability;

/// <summary>
/// Notes every five seconds what the counters say and keeps a minute of it, so that rates and quantiles can be said of
/// the last minute instead of the whole run.
/// </summary>
/// <remarks>Thread-safe. A ring of <see cref="SampleCount"/> samples, about 6 KiB each.</remarks>
internal sealed class SystemSampler(EngineHost engine, HttpTimings http, EngineTimings timings) : IWorker
{
    private const int SampleCount = 13;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private readonly Queue<SystemSample> _samples = new(SampleCount);
    private Task _loop = Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancel)
    {
        Keep(Take());
        _loop = RunAsync();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _loop;
    }

    /// <summary>Now, and a minute ago or as near to that as there is.</summary>
    internal (SystemSample Now, SystemSample Before) Read()
    {
        SystemSample now = Take();
        lock (_gate) return (now, _samples.TryPeek(out SystemSample? oldest) ? oldest : now);
    }

    private async Task RunAsync()
    {
        using var timer = new PeriodicTimer(Interval);
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token)) Keep(Take());
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }

    private void Keep(SystemSample sample)
    {
        lock (_gate)
        {
            if (_samples.Count == SampleCount) _samples.Dequeue();
            _samples.Enqueue(sample);
        }
    }

    private SystemSample Take()
    {
        ShardStatus[] shards = engine.Engine.ReadShards();
        return new SystemSample(
            Stopwatch.GetTimestamp(),
            Array.ConvertAll(shards, static shard => shard.CommandCount),
            Array.ConvertAll(shards, static shard => shard.BatchCount),
            http.ReadAll(),
            timings.ReadCommit(),
            timings.ReadDecide(),
            Environment.CpuUsage.TotalTime);
    }
}
