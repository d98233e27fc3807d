using System.Diagnostics.CodeAnalysis;
using Catalog.Engine.Core.Shards;
using Catalog.Engine.Storage.Disks;
using Catalog.Engine.Storage.Journal;
using Catalog.Shell.Observability;
using Catalog.Shell.Options;

namespace Catalog.Shell.Hosting;

/// <summary>
/// Owns the engine: opens the data folder, takes every system's machine before the start, recovers, and on the way out
/// lets go in order. Made once, by the container; started and stopped by <see cref="Startup"/>.
/// </summary>
public sealed partial class EngineHost : IAsyncDisposable, IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private readonly ILogger<EngineHost> _log;
    private readonly IHostStorage _storage;
    private readonly EngineTimings _timings;
    private readonly Lazy<Task> _stop;

    /// <summary>Opens the data folder for this process alone.</summary>
    /// <exception cref="DiskInUseException">Another process has it.</exception>
    /// <exception cref="IOException">It cannot be opened, or it is damaged.</exception>
    public EngineHost(
        CatalogOptions options, IHostStorage storage, TimeProvider clock, EngineTimings timings,
        ILogger<EngineHost> log)
    {
        _log = log;
        _storage = storage;
        _timings = timings;
        _stop = new Lazy<Task>(CloseAsync);
        // Password hashes and personal data lie in it: on systems with modes, nobody else may look.
        if (!OperatingSystem.IsWindows()) Directory.CreateDirectory(options.DataPath, OwnerOnly);
        var disk = new LocalDisk(options.DataPath);
        IDisposable folder = disk.Lock();
        try
        {
            if (UnfinishedFolder.IsMarked(disk))
            {
                throw new IOException(
                    $"The data folder {disk.Root} was being seeded and that was interrupted: it holds a part of what "
                    + "it should. Delete it, and seed again or start with an empty one.");
            }

            var setup = new StorageSetup(disk, folder, Fail, message => Noteworthy(_log, null, message));
            EngineStorage opened = storage.Open(setup);
            Engine = new CatalogEngine(storage.Adapt(OptionsFor(options, clock)), opened);
        }
        catch
        {
            folder.Dispose();
            throw;
        }

        Opened(_log, disk.Root);
    }

    /// <summary>The engine; commands are taken once <see cref="StartAsync"/> has returned.</summary>
    public CatalogEngine Engine { get; }

    /// <summary>How large the saved states are.</summary>
    internal SnapshotFigures ReadSnapshots() => _storage.ReadSnapshots();

    /// <summary>How large the journal is.</summary>
    internal JournalStatus ReadJournal() => _storage.ReadJournal();

    /// <summary>Recovers and starts. Every machine must have been added.</summary>
    public async Task StartAsync()
    {
        await Engine.StartAsync();
        _storage.Start();
        RecoveryReport report = Engine.Recovered;
        Recovered(_log, report.ReadCount, report.AppliedCount, report.Elapsed.TotalMilliseconds);
    }

    /// <summary>
    /// Answers what is under way, writes snapshots and closes the data folder. Whoever calls it, first or again, waits
    /// until that is done: the host may stop and dispose at once.
    /// </summary>
    public Task StopAsync() => _stop.Value;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => new(StopAsync());

    /// <inheritdoc/>
    public void Dispose() => StopAsync().GetAwaiter().GetResult();

    private async Task CloseAsync()
    {
        await Engine.DisposeAsync();
        Closed(_log);
    }

    private EngineOptions OptionsFor(CatalogOptions options, TimeProvider clock) => new()
    {
        // Half the cores decide, the other half talk HTTP and sync.
        Shards = options.Shards > 0 ? options.Shards : Math.Clamp(Environment.ProcessorCount / 2, 1, 64),
        GatherMs = 1,
        Time = clock,
        FailStop = Fail,
        Report = (message, error) => Noteworthy(_log, error, message),
        BatchCommitted = _timings.Record,
    };

    /// <summary>Ends the process, because going on could do harm.</summary>
    [DoesNotReturn]
    internal void Fail(string message, Exception? error)
    {
        Failing(_log, error, message);
        Environment.FailFast(message, error);
    }

    [LoggerMessage(10, LogLevel.Information, "Opened the data folder {Path}")]
    private static partial void Opened(ILogger logger, string path);

    [LoggerMessage(11, LogLevel.Information, "Recovered: {Read} facts read, {Applied} applied, {ElapsedMs} ms")]
    private static partial void Recovered(ILogger logger, long read, long applied, double elapsedMs);

    [LoggerMessage(12, LogLevel.Warning, "{Message}")]
    private static partial void Noteworthy(ILogger logger, Exception? error, string message);

    [LoggerMessage(13, LogLevel.Critical, "The engine ends the process: {Message}")]
    private static partial void Failing(ILogger logger, Exception? error, string message);

    [LoggerMessage(14, LogLevel.Information, "Closed the data folder")]
    private static partial void Closed(ILogger logger);
}
