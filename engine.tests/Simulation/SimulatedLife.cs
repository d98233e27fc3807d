using Catalog.Engine.Booking;
using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Core.Shards;
using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Storage.Snapshots;

namespace Catalog.Engine.Tests.Simulation;

/// <summary>One life of the process: the whole core on a disk, stepped by hand.</summary>
internal sealed class SimulatedLife
{
    private readonly JournalLayer _journal;

    private SimulatedLife(SimulatedDisk disk, SimulationMutation mutation, SimulatedLifeOptions options)
    {
        IDisposable diskLock = disk.Lock();
        mutation.BeforeOpening(disk);
        _journal = mutation.Journal(FileJournal.Open(disk, options.Journal));
        ISnapshotStore snapshots = mutation.Snapshots(new PackedSnapshotStore(disk, options.Snapshots));
        var watched = new WatchedJournal(_journal, Trace);
        Engine = new CatalogEngine(options.Engine, new EngineStorage(watched, snapshots, disk, diskLock));
        Showtimes = Engine.Add(mutation.Machine(Trace));
        Store = new DiskConsumerStore(disk);
        IEventConsumer consumer = mutation.Consumer(options.Consumer);
        Runner = new ConsumerRunner(consumer, watched, Store, options.Engine.Time, options.Consuming);
        Pump = new ProjectionPump(watched, snapshots, options.Engine.Time, options.Projecting);
        Recount = Pump.Add(Projection);
        InsightView = Pump.Add(Insight);
    }

    internal TurnTrace Trace { get; } = new();

    internal CatalogEngine Engine { get; }

    internal SystemHandle<ShowtimeState> Showtimes { get; }

    internal IConsumerStore Store { get; }

    internal ConsumerRunner Runner { get; }

    internal ProjectionPump Pump { get; }

    internal RecountProjection Projection { get; } = new();

    internal ProjectionView<RecountProjection> Recount { get; }

    internal BookingInsight Insight { get; } = new();

    internal ProjectionView<BookingInsight> InsightView { get; }

    /// <summary>The journal as readers see it.</summary>
    internal JournalLayer Journal => _journal;

    /// <summary>Opens everything and recovers.</summary>
    internal static SimulatedLife Begin(
        SimulatedDisk disk, SimulationMutation mutation, SimulatedLifeOptions options, Action<IConsumerStore> onStore)
    {
        var life = new SimulatedLife(disk, mutation, options);
        life.Engine.Recover();
        life.Pump.Open();
        onStore(life.Store);
        life.Runner.OpenAsync().GetAwaiter().GetResult();
        return life;
    }
}
