using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Core.Shards;
using Catalog.Engine.Storage.Disks;
using Catalog.Engine.Storage.Journal;
using Catalog.Shell.Alerts;
using Catalog.Shell.Hosting;

namespace Catalog.Seed.Shared;

/// <summary>
/// An engine on a data folder for making history: a clock that stands still, one shard so that facts are in the order
/// of the commands, models that are saved once, at the end, and consumers that begin behind all of it.
/// <code>
/// open ─► add machines and models ─► start ─► commands … ─► finish: models, offsets, snapshots ─► dispose
/// </code>
/// A server that opens the folder then replays nothing, and mails nobody for what never happened.
/// </summary>
internal sealed class SeedEngine : IAsyncDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    // Of every eight pieces that a snapshot fills the memory is kept: of the usual ones half a gigabyte.
    private const int PieceBytes = 4 * 1024 * 1024;
    private readonly ProjectionPump _pump;
    private readonly string _folder;
    private readonly List<Func<long, Task>> _waits = [];
    private readonly List<string> _models = [];

    /// <summary>The consumers the server runs whatever systems it carries.</summary>
    public static IReadOnlyList<string> SharedConsumers { get; } =
        [AlertConsumers.Mails];

    /// <summary>Opens the folder for this process alone.</summary>
    /// <param name="folder">The data folder; made when it is not there.</param>
    /// <param name="beginMs">Before everything that will happen, milliseconds since 1970.</param>
    /// <param name="journalBytes">States are saved and the journal is cut whenever it has grown by so much.</param>
    /// <exception cref="DiskInUseException">A server has it.</exception>
    public SeedEngine(string folder, long beginMs, long journalBytes = long.MaxValue)
    {
        _folder = folder;
        // The server keeps the folder from everybody else's eyes, too.
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, OwnerOnly);
        EngineStorage storage = EngineStorage.OpenFolder(folder);
        var options = new EngineOptions
        {
            Time = new StandingClock(beginMs),
            CheckpointBytes = journalBytes,
            CheckpointInterval = TimeSpan.FromDays(365),
            MaxTimersPerShard = 1 << 18,
            SnapshotPieceBytes = PieceBytes,
        };
        Engine = new CatalogEngine(options, storage);
        var pumping = new ProjectionOptions
        {
            MaxBatchEvents = 4096,
            MaxBatchBytes = 1024 * 1024,
            SaveEveryBytes = journalBytes,
            SaveEveryMs = (long)TimeSpan.FromDays(1).TotalMilliseconds,
            SnapshotPieceBytes = PieceBytes,
        };
        _pump = new ProjectionPump(storage.Journal, storage.Snapshots, TimeProvider.System, pumping);
        Engine.HoldJournal(() => _pump.MinimumOffset);
    }

    /// <summary>The engine; add machines before <see cref="StartAsync"/>.</summary>
    public CatalogEngine Engine { get; }

    /// <summary>The names of the models there are.</summary>
    public IReadOnlyList<string> Models => _models;

    private IJournal Journal => Engine.Storage.Journal;

    private IDisk Disk => Engine.Storage.Disk!;

    /// <summary>Adds a model the server keeps, too.</summary>
    public ProjectionView<TProjection> Add<TProjection>(TProjection projection)
        where TProjection : IProjection
    {
        ProjectionView<TProjection> view = _pump.Add(projection);
        _waits.Add(position => view.WaitForAsync(position));
        _models.Add(projection.Name);
        return view;
    }

    /// <summary>Recovers what is there; models have it when this returns.</summary>
    /// <exception cref="SeedRefusedException">A run that was interrupted left the folder.</exception>
    public async Task StartAsync()
    {
        if (UnfinishedFolder.IsMarked(Disk))
            throw new SeedRefusedException($"{_folder} was left by a run that was interrupted. Delete it.");
        await Engine.StartAsync();
        _pump.Start();
        await CatchUpAsync();
    }

    /// <summary>Returns when the models have everything that is durable.</summary>
    public async Task CatchUpAsync()
    {
        long position = Journal.CommittedPosition;
        foreach (Func<long, Task> wait in _waits) await wait(position);
    }

    /// <summary>How many facts the journal has. O(journal).</summary>
    public long CountFacts()
    {
        long count = 0;
        using JournalReader reader = Journal.OpenReader(Journal.FirstPosition);
        while (reader.TryRead(out EventHeader _, out _)) count++;
        return count;
    }

    /// <summary>From here on until the end nobody opens the folder.</summary>
    public void MarkUnfinished() => UnfinishedFolder.Mark(Disk);

    /// <summary>
    /// Saves the models, lets every consumer begin behind the last fact, and writes snapshots of everything; then
    /// the folder may be opened.
    /// </summary>
    /// <param name="consumers">The names of the system's consumers.</param>
    public async Task FinishAsync(IEnumerable<string> consumers)
    {
        await CatchUpAsync();
        SeedMemory.Collect();
        var store = new DiskConsumerStore(Disk);
        foreach (string name in consumers.Concat(SharedConsumers))
            await store.SaveOffsetAsync(name, Journal.CommittedPosition, CancellationToken.None);
        await _pump.StopAsync();
        SeedMemory.Collect();
        await Engine.CheckpointAsync();
        UnfinishedFolder.Clear(Disk);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _pump.DisposeAsync();
        await Engine.DisposeAsync();
    }
}
