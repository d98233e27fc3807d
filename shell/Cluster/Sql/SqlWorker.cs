using Catalog.Engine.Core.Consumers;
using Catalog.Shell.Events;
using Catalog.Shell.Hosting;

namespace Catalog.Shell.Cluster.Sql;

/// <summary>Has the tables made at start, before any fact asks for them, and made anew when an operator asks.</summary>
internal sealed partial class SqlWorker(
    IEnumerable<SqlProjector> projectors, ICluster cluster, ILogger<SqlWorker> log) : IWorker
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Task> _running = [];

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancel)
    {
        // Where another server has the duty, its consumer makes them.
        foreach (SqlProjector projector in projectors.Where(each => cluster.HasDuty(each.Name)))
            Run(projector, token => projector.BeginAsync(token).AsTask());
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        Task[] all;
        lock (_gate) all = [.. _running.Values];
        await Task.WhenAll(all);
    }

    /// <summary>Whether tables are being made.</summary>
    public bool IsRunning(SqlProjector projector)
    {
        lock (_gate) return _running.TryGetValue(projector.Name, out Task? task) && !task.IsCompleted;
    }

    /// <summary>Has tables made anew, once what is being done with them is done.</summary>
    public void Rebuild(SqlProjector projector) => Run(projector, token => projector.RebuildAsync(token).AsTask());

    private void Run(SqlProjector projector, Func<CancellationToken, Task> work)
    {
        lock (_gate)
        {
            if (_stop.IsCancellationRequested) return;
            Task before = _running.GetValueOrDefault(projector.Name, Task.CompletedTask);
            _running[projector.Name] = Task.Run(() => RunAsync(projector, before, work));
        }
    }

    private async Task RunAsync(SqlProjector projector, Task before, Func<CancellationToken, Task> work)
    {
        await before;
        try
        {
            await work(_stop.Token);
        }
        catch (Exception) when (_stop.IsCancellationRequested)
        {
            // The server stops, and a statement that was cancelled may say so in its own way: done after the next
            // start.
        }
        catch (ConsumerNotReadyException failure)
        {
            // The consumer tries again with the next fact.
            NotReady(log, failure, projector.Name);
        }
    }

    [LoggerMessage(95, LogLevel.Warning, "{Name} cannot go on yet")]
    private static partial void NotReady(ILogger logger, Exception error, string name);
}
