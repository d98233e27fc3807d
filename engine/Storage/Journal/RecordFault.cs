namespace Catalog.Engine.Storage.Journal;

/// <summary>What a look at the place of a record found.</summary>
internal enum RecordFault : byte
{
    /// <summary>A whole record.</summary>
    None = 0,

    /// <summary>Nothing: the place is the end of what may be read.</summary>
    AtEnd,

    /// <summary>Zeros: never written.</summary>
    Unwritten,

    /// <summary>A length no record can have.</summary>
    BadLength,

    /// <summary>A record that belongs to another position.</summary>
    WrongPosition,

    /// <summary>Bytes that do not fit their checksum.</summary>
    BadChecksum,

    /// <summary>A kind of record this version does not know.</summary>
    UnknownKind,

    /// <summary>A commit marker that does not fit the records before it.</summary>
    MarkerMismatch,
}
