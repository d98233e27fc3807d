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
    private readonly CatalogEngine _engine;
    /// <summary>Read-your-writes waits for the models, so they gather for no longer than a sync takes.</summary>
    private const int ModelGatherMs = 1;

    /// <summary>A twentieth of what an event may take to reach its consumers.</summary>
    private const int ConsumerGatherMs = 5;

    private readonly IServiceProvider _services;
    private readonly TimeProvider _clock;
    private readonly ILogger<EventHost> _log;
    private readonly ProjectionPump _pump;
    private readonly List<ProjectionProbe> _projections = [];
    private readonly List<ConsumerRunner> _consumers = [];
    private readonly Dictionary<string, RecentLag> _lags = [];
    private readonly List<IWorker> _workers = [];
    private readonly Lazy<Task> _stop;

    /// <summary>Makes it; nothing runs yet.</summary>
    public EventHost(EngineHost engine, IServiceProvider services, TimeProvider clock, ILogger<EventHost> log)
    {
        _engine = engine.Engine;
        _services = services;
        _clock = clock;
        _log = log;
        _stop = new Lazy<Task>(EndAsync);
        var options = new ProjectionOptions
        {
            GatherMs = ModelGatherMs,
            Report = (message, error) => Noteworthy(_log, error, message),
        };
        _pump = new ProjectionPump(_engine.Storage.Journal, _engine.Storage.Snapshots, clock, options);
    }

    /// <summary>Facts as they become durable, after the models have them.</summary>
    public EventTail Tail => _pump.Tail;

    /// <summary>The consumers, in the order they were registered.</summary>
    public IReadOnlyList<ConsumerRunner> Consumers => _consumers;

    /// <summary>The models.</summary>
    internal IReadOnlyList<ProjectionProbe> Projections => _projections;

    /// <summary>The position just behind the last durable fact.</summary>
    internal long CommittedPosition => Journal.CommittedPosition;

    private IJournal Journal => _engine.Storage.Journal;

    /// <summary>Finds a consumer by its name.</summary>
    public ConsumerRunner? FindConsumer(string name) => _consumers.Find(consumer => consumer.Name == name);

    /// <summary>How old the last facts were when a consumer was done with them.</summary>
    internal RecentLag LagOf(ConsumerRunner consumer) => _lags[consumer.Name];

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
        _engine.HoldJournal(() => _pump.MinimumOffset);
        IConsumerStore store = _services.GetService<IConsumerStore>() ?? new DiskConsumerStore(_engine.Storage.Disk!);
        foreach (ConsumerRegistration each in _services.GetServices<ConsumerRegistration>())
        {
            var consumer = new TimedConsumer(each.Create(_services), _clock);
            ConsumerOptions options = (each.Options ?? new ConsumerOptions()) with { GatherMs = ConsumerGatherMs };
            var runner = new ConsumerRunner(consumer, Journal, store, _clock, options);
            if (FindConsumer(runner.Name) is not null)
                throw new InvalidOperationException($"Two consumers are called '{runner.Name}'.");
            _consumers.Add(runner);
            _lags.Add(runner.Name, consumer.Lag);
            _engine.HoldJournal(() => runner.MinimumOffset);
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
        foreach (ConsumerRunner consumer in _consumers)
        {
            await consumer.StartAsync(cancel);
            _ = WatchAsync(consumer.Name, consumer.Completion);
        }

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
        foreach (IWorker worker in _workers) await worker.StopAsync();
        foreach (ConsumerRunner consumer in _consumers) await consumer.StopAsync();
        await _pump.StopAsync();
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
