using Catalog.Engine.Core.Projections;
using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Storage.Snapshots;
using Catalog.Engine.Tests.Core.Consumers;
using Catalog.Engine.Tests.Simulation;
using Catalog.Engine.Tests.Storage.Journal;

namespace Catalog.Engine.Tests.Core.Projections;

/// <summary>A journal of numbers, a clock and a snapshot store, and pumps that are stepped by the test.</summary>
internal sealed class ProjectionWorld : IDisposable
{
    private ulong _next;

    public ProjectionWorld(int seed = 1)
    {
        Disk = new SimulatedDisk(seed);
        Snapshots = new PackedSnapshotStore(Disk);
    }

    public SimulatedDisk Disk { get; }

    public InMemoryJournal Journal { get; } = new();

    public PackedSnapshotStore Snapshots { get; private set; }

    public FakeTime Time { get; } = new();

    /// <summary>Commits the next numbers, several in a batch; returns the position behind them.</summary>
    public long Commit(int count, int payloadBytes = 30)
    {
        while (count > 0)
        {
            var batch = new TestBatch();
            for (int i = 0; i < 3 && count > 0; i++, count--) batch.Add(_next++, payloadBytes);
            Journal.Append(batch);
            Journal.RunOnce();
        }

        return Journal.CommittedPosition;
    }

    public ProjectionPump Pump(ProjectionOptions? options = null) => new(Journal, Snapshots, Time, options);

    public ProjectionView<SumProjection> Open(
        out ProjectionPump pump, SumProjection? projection = null, ProjectionOptions? options = null)
    {
        pump = Pump(options);
        ProjectionView<SumProjection> view = pump.Add(projection ?? new SumProjection());
        pump.Open();
        return view;
    }

    /// <summary>The process dies and comes back: what was saved is there, what was in memory is not.</summary>
    public void Restart() => Snapshots = new PackedSnapshotStore(Disk);

    public static void Drain(ProjectionPump pump)
    {
        for (int steps = 0; pump.Step(); steps++)
        {
            pump.CheckInvariants();
            Assert.True(steps < 10_000, "The steps end.");
        }

        pump.CheckInvariants();
    }

    public static (long Count, ulong Hash) Read(ProjectionView<SumProjection> view) =>
        view.Read(static projection => projection.State);

    public void Dispose() => Journal.Dispose();
}
