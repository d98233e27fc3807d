using Catalog.Engine.Storage.Disks;
using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Storage.Snapshots;

namespace Catalog.Engine.Core.Shards;

/// <summary>What an engine stands on.</summary>
/// <param name="Journal">The log.</param>
/// <param name="Snapshots">The saved states.</param>
/// <param name="Disk">Where other small things are kept (consumers' offsets); null when there is none.</param>
/// <param name="Lock">Released last, when the engine is disposed; null when there is nothing to release.</param>
public sealed record EngineStorage(
    IJournal Journal, ISnapshotStore Snapshots, IDisk? Disk = null, IDisposable? Lock = null)
{
    /// <summary>
    /// Opens (or begins) a data folder on the local disk, for this process alone, and starts its journal.
    /// </summary>
    /// <param name="folder">The data folder; created when it is not there.</param>
    /// <param name="journalOptions">How the journal is sized; null for the defaults.</param>
    /// <exception cref="DiskInUseException">Another process has the folder.</exception>
    /// <exception cref="JournalCorruptException">The journal is damaged; nothing was changed.</exception>
    public static EngineStorage OpenFolder(string folder, FileJournalOptions? journalOptions = null)
    {
        var disk = new LocalDisk(folder);
        IDisposable diskLock = disk.Lock();
        try
        {
            FileJournal journal = FileJournal.Open(disk, journalOptions);
            var snapshots = new PackedSnapshotStore(disk);
            journal.Start();
            return new EngineStorage(journal, snapshots, disk, diskLock);
        }
        catch
        {
            diskLock.Dispose();
            throw;
        }
    }
}
