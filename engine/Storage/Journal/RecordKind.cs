namespace Catalog.Engine.Storage.Journal;

/// <summary>What a record of the journal is.</summary>
internal enum RecordKind : byte
{
    /// <summary>No record: unwritten space.</summary>
    None = 0,

    /// <summary>A fact.</summary>
    Event = 1,

    /// <summary>A commit marker: everything since the previous marker became durable together.</summary>
    Commit = 2,

    /// <summary>
    /// Stands where damaged bytes stood before a repair: passed over by readers, keeps every position as it was.
    /// </summary>
    Skip = 3,
}
