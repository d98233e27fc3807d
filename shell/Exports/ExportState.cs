namespace Catalog.Shell.Exports;

/// <summary>How far an export is. The numbers are kept in the journal.</summary>
public enum ExportState : byte
{
    /// <summary>It waits for its turn.</summary>
    Queued = 1,

    /// <summary>It is being written.</summary>
    Running = 2,

    /// <summary>Its file can be fetched.</summary>
    Done = 3,

    /// <summary>It could not be written; its error says why.</summary>
    Failed = 4,

    /// <summary>Somebody did not want it any more.</summary>
    Cancelled = 5,
}
