using Catalog.Engine.Core.Shards;
using Catalog.Engine.Storage.Journal;

namespace Catalog.Shell.Hosting;

/// <summary>
/// What the engine of this server stands on: the data folder alone (<see cref="FolderStorage"/>), or a journal and
/// snapshots that several servers share. Made once; opened, started and asked by <see cref="EngineHost"/>.
/// </summary>
public interface IHostStorage
{
    /// <summary>Opens everything, for this process alone.</summary>
    /// <param name="setup">Where it is, and whom to tell.</param>
    /// <exception cref="IOException">It cannot be opened, or it is damaged.</exception>
    EngineStorage Open(StorageSetup setup);

    /// <summary>What of the engine's options follows from the storage.</summary>
    EngineOptions Adapt(EngineOptions options);

    /// <summary>Lets the journal take batches. The engine has recovered what there is to recover.</summary>
    void Start();

    /// <summary>How large the journal is. Thread-safe.</summary>
    JournalStatus ReadJournal();

    /// <summary>How large the saved states are. Thread-safe.</summary>
    SnapshotFigures ReadSnapshots();
}
