using System.Diagnostics.CodeAnalysis;
using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Core.Shards;
using Catalog.Engine.Storage.Journal;
using Catalog.Shell.Hosting;

namespace Catalog.Shell.Events;

/// <summary>
/// Runs what lives on the journal: models, consumers, workers.
/// <code>
/// attach ─┬► engine starts ────────────┬► systems start ─► consumers ─► workers ─► ready
///         └► models load and catch up ─┘
/// stop:     workers ─► consumers ─► models saved ─► engine
/// </code>
/// The journal keeps whatever a consumer or a model would need after a restart.
/// </summary>
public sealed partial class EventHost : IAsyncDisposable, IDisposable
{
    /// <summary>Every server keeps the models; one saves them for all.</summary>
    private const string ModelDuty = "models";

    private static readonly TimeSpan DutyRetry = TimeSpan.FromSeconds(1);

    private readonly CatalogEngine _engine;
    /// <summary>Read-your-writes waits for the models, so they gather for no longer than a sync takes.</summary>
    private const int ModelGatherMs = 1;

    /// <summary>A twentieth of what an event may take to reach its consumers.</summary>
    private const int ConsumerGatherMs = 5;

    private readonly IServiceProvider _services;
    private readonly ICluster _cluster;
    private readonly TimeProvider _clock;
    private readonly ILogger<EventHost> _log;
    private readonly ProjectionPump _pump;
    private readonly List<ProjectionProbe> _projections = [];
    private readonly List<ConsumerDuty> _duties = [];
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly List<IWorker> _workers = [];
    private readonly Lazy<Task> _stop;
    private IConsumerStore? _store;
    private volatile bool _isStopping;

    /// <summary>Makes it; nothing runs yet.</summary>
    public EventHost(
        EngineHost engine, IServiceProvider services, ICluster cluster, TimeProvider clock, ILogger<EventHost> log)
    {
        _cluster = cluster;
        _engine = engine.Engine;
        _services = services;
        _clock = clock;
        _log = log;
        _stop = new Lazy<Task>(EndAsync);
        var options = new ProjectionOptions
        {
            GatherMs = ModelGatherMs,
            MaySave = () => cluster.HasDuty(ModelDuty),
            Report = (message, error) => Noteworthy(_log, error, message),
        };
        _pump = new ProjectionPump(_engine.Storage.Journal, _engine.Storage.Snapshots, clock, options);
    }

    /// <summary>Facts as they become durable, after the models have them.</summary>
    public EventTail Tail => _pump.Tail;

    /// <summary>The consumers that are this server's to run, in the order they were registered.</summary>
    public IReadOnlyList<ConsumerRunner> Consumers =>
        [.. _duties.Where(static each => each.IsHere).Select(static each => each.Runner)];

    /// <summary>The consumers that another server runs, and which it is where that is known.</summary>
    internal IReadOnlyList<(string Name, ServerPlace? Server)> ConsumersElsewhere =>
        [.. _duties.Where(each => !each.IsHere).Select(each => (each.Name, _cluster.HolderOf(each.Name)))];

    /// <summary>Every consumer there is, wherever it runs.</summary>
    internal string[] ConsumerNames => [.. _duties.Select(static each => each.Name)];

    /// <summary>The models.</summary>
    internal IReadOnlyList<ProjectionProbe> Projections => _projections;

    /// <summary>The position just behind the last durable fact.</summary>
    internal long CommittedPosition => Journal.CommittedPosition;

    private IJournal Journal => _engine.Storage.Journal;

    /// <summary>Finds a consumer by its name; null where there is none or another server runs it.</summary>
    public ConsumerRunner? FindConsumer(string name) =>
        _duties.Find(each => each.Name == name) is { IsHere: true } duty ? duty.Runner : null;

    /// <summary>Whether there is a consumer of this name, whichever server runs it.</summary>
    internal bool IsConsumer(string name) => _duties.Exists(each => each.Name == name);

    /// <summary>The server that runs a consumer; null when it is this one, or not known.</summary>
    internal ServerPlace? ServerOf(string name) => _cluster.HolderOf(name);

    /// <summary>
    /// Completes when every fact before <paramref name="position"/> was handled by a consumer, whichever server runs
    /// it.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    /// <exception cref="InvalidOperationException">There is no such consumer, or it was stopped.</exception>
    public async Task WaitForConsumerAsync(string name, long position, CancellationToken cancel)
    {
        ConsumerDuty duty = _duties.Find(each => each.Name == name)
            ?? throw new InvalidOperationException($"There is no consumer '{name}'.");
        while (!duty.IsRunning)
        {
            // Elsewhere: what it is done with shows in the offset it saves.
            if (await _store!.LoadAsync(name, cancel) is { } state && state.Offset >= position) return;
            await Task.Delay(TimeSpan.FromMilliseconds(50), _clock, cancel);
        }

        await duty.Runner.WaitForAsync(position, cancel);
    }

    /// <summary>How old the last facts were when a consumer was done with them.</summary>
    internal RecentLag LagOf(ConsumerRunner consumer) => _duties.Find(each => each.Name == consumer.Name)!.Lag;

    /// <summary>Adds a model; before <see cref="StartProjectionsAsync"/>.</summary>
    internal ProjectionView<TProjection> AddProjection<TProjection>(TProjection projection)
        where TProjection : IProjection
    {
        ProjectionView<TProjection> view = _pump.Add(projection);
        _projections.Add(new ProjectionProbe(projection.Name, () => view.AppliedPosition, view.WaitForAsync));
        return view;
    }

    /// <summary>Makes everything and holds the journal for it. Before the engine starts.</summary>
    /// <exception cref="InvalidOperationException">Two consumers have one name.</exception>
    internal void Attach()
    {
        foreach (ProjectionRegistration projection in _services.GetServices<ProjectionRegistration>())
            projection.Add(_services);
        _engine.HoldJournal(() => _cluster.HasDuty(ModelDuty) ? _pump.MinimumOffset : long.MaxValue);
        _store = _services.GetService<IConsumerStore>() ?? new DiskConsumerStore(_engine.Storage.Disk!);
        foreach (ConsumerRegistration each in _services.GetServices<ConsumerRegistration>())
        {
            var consumer = new TimedConsumer(each.Create(_services), _clock);
            ConsumerOptions options = (each.Options ?? new ConsumerOptions()) with { GatherMs = ConsumerGatherMs };
            if (_duties.Exists(other => other.Name == consumer.Name))
                throw new InvalidOperationException($"Two consumers are called '{consumer.Name}'.");
            var duty = new ConsumerDuty(
                consumer, () => new ConsumerRunner(consumer, Journal, _store, _clock, options), _cluster);
            _duties.Add(duty);
            _engine.HoldJournal(() => duty.MinimumOffset);
        }
    }

    /// <summary>Loads the models and returns when they have everything that is durable.</summary>
    /// <exception cref="InvalidDataException">A model must be built anew and the journal no longer has every
    /// fact.</exception>
    internal async Task StartProjectionsAsync(CancellationToken cancel)
    {
        _pump.Start();
        _ = WatchAsync("The models", _pump.Completion);
        await CatchUpAsync(cancel);
    }

    /// <summary>Starts consumers, then workers.</summary>
    internal async Task StartConsumersAsync(CancellationToken cancel)
    {
        await CatchUpAsync(cancel);
        foreach (ConsumerDuty duty in _duties.Where(each => each.IsHere)) await StartAsync(duty, cancel);
        _cluster.DutiesChanged += OnDutiesChanged;
        OnDutiesChanged();

        foreach (IWorker worker in _services.GetServices<IWorker>())
        {
            await worker.StartAsync(cancel);
            _workers.Add(worker);
        }
    }

    /// <summary>
    /// Ends everything in order; the engine must still run. Whoever calls it, first or again, waits until that is done.
    /// </summary>
    internal Task StopAsync() => _stop.Value;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => new(StopAsync());

    /// <inheritdoc/>
    public void Dispose() => StopAsync().GetAwaiter().GetResult();

    private async Task EndAsync()
    {
        _cluster.DutiesChanged -= OnDutiesChanged;
        foreach (IWorker worker in _workers) await EndAsync(worker.GetType().Name, worker.StopAsync);
        _isStopping = true;
        await _turn.WaitAsync();
        foreach (ConsumerDuty duty in _duties) await EndAsync(duty.Name, duty.StopAsync);
        _turn.Release();
        await _pump.StopAsync();
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever one fails with, the engine must be stopped.")]
    private async Task EndAsync(string name, Func<Task> stop)
    {
        try
        {
            await stop();
        }
        catch (Exception failure)
        {
            Noteworthy(_log, failure, $"{name} did not end in order.");
        }
    }

    private async Task StartAsync(ConsumerDuty duty, CancellationToken cancel)
    {
        await duty.StartAsync(cancel);
        _ = WatchAsync(duty.Name, duty.Runner.Completion);
    }

    private void OnDutiesChanged() => _ = FollowDutiesAsync();

    /// <summary>Starts what has become this server's to run, and ends what no longer is.</summary>
    private async Task FollowDutiesAsync()
    {
        await _turn.WaitAsync();
        bool isDone = true;
        try
        {
            foreach (ConsumerDuty duty in _duties)
            {
                if (!_isStopping && duty.IsHere != duty.IsRunning) isDone &= await FollowAsync(duty);
            }
        }
        finally
        {
            _turn.Release();
        }

        if (isDone) return;
        await Task.Delay(DutyRetry, _clock);
        if (!_isStopping) OnDutiesChanged();
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever one consumer fails with, the others go on.")]
    private async Task<bool> FollowAsync(ConsumerDuty duty)
    {
        try
        {
            if (duty.IsRunning) await duty.StopAsync();
            else await StartAsync(duty, CancellationToken.None);
            return true;
        }
        catch (Exception failure)
        {
            Noteworthy(_log, failure, $"Consumer '{duty.Name}' did not change hands; tried again.");
            return false;
        }
    }

    private async Task CatchUpAsync(CancellationToken cancel)
    {
        long position = CommittedPosition;
        foreach (ProjectionProbe projection in _projections) await projection.WaitForAsync(position, cancel);
    }

    private async Task WatchAsync(string name, Task completion)
    {
        try
        {
            await completion;
        }
        catch (Exception failure)
        {
            Broken(_log, failure, name);
        }
    }

    [LoggerMessage(50, LogLevel.Warning, "{Message}")]
    private static partial void Noteworthy(ILogger logger, Exception? error, string message);

    [LoggerMessage(51, LogLevel.Error, "{Name} cannot go on")]
    private static partial void Broken(ILogger logger, Exception error, string name);
}
