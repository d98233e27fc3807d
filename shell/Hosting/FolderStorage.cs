using Catalog.Engine.Core.Shards;
using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Storage.Snapshots;
using Catalog.Shell.Cluster.Moving;
using Catalog.Shell.Options;

namespace Catalog.Shell.Hosting;

/// <summary>Journal and snapshots in the data folder: nothing else is needed.</summary>
internal sealed class FolderStorage(CatalogOptions options) : IHostStorage
{
    private const int MegaByte = 1024 * 1024;
    private FileJournal? _journal;
    private PackedSnapshotStore? _snapshots;

    /// <inheritdoc/>
    public EngineStorage Open(StorageSetup setup)
    {
        if (MovedFolder.JournalOf(setup.Disk) is not null)
        {
            throw new IOException(
                $"The journal of the data folder {setup.Disk.Root} was moved to PostgreSQL and goes on there: "
                + $"configure Catalog:Postgres. When {MoveToPostgresCommand.Name} did not come to its end, run it "
                + $"again. To go on with the folder as it was before, delete the file '{MovedFolder.FileName}' in it.");
        }

        _journal = FileJournal.Open(setup.Disk, JournalOptionsOf(options) with
        {
            FailStop = setup.FailStop,
            Warn = setup.Warn,
        });
        try
        {
            _snapshots = new PackedSnapshotStore(setup.Disk);
        }
        catch
        {
            _journal.Dispose();
            throw;
        }

        return new EngineStorage(_journal, _snapshots, setup.Disk, setup.Folder);
    }

    /// <summary>How the journal's files are.</summary>
    internal static FileJournalOptions JournalOptionsOf(CatalogOptions options) => new()
    {
        SegmentBytes = options.JournalSegmentMegabytes * MegaByte,
        MaxGroupBytes = Math.Min(options.JournalSegmentMegabytes * MegaByte / 4, 8 * MegaByte),
    };

    /// <inheritdoc/>
    public EngineOptions Adapt(EngineOptions options) => options;

    /// <inheritdoc/>
    public void Start() => _journal!.Start();

    /// <inheritdoc/>
    public JournalStatus ReadJournal() => _journal!.ReadStatus();

    /// <inheritdoc/>
    public SnapshotFigures ReadSnapshots() =>
        new(_snapshots!.Count, _snapshots.PackCount, _snapshots.TotalBytes, _snapshots.LiveBytes);
}
