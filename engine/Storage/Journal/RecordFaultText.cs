namespace Catalog.Engine.Storage.Journal;

/// <summary>Says in words what a <see cref="RecordFault"/> is.</summary>
internal static class RecordFaultText
{
    /// <summary>The words; allocates nothing.</summary>
    internal static string Describe(this RecordFault fault) => fault switch
    {
        RecordFault.AtEnd => "the file ends here",
        RecordFault.Unwritten => "zeros where a record must be",
        RecordFault.BadLength => "a length no record can have",
        RecordFault.WrongPosition => "a record of another position",
        RecordFault.BadChecksum => "the checksum does not fit",
        RecordFault.UnknownKind => "an unknown kind of record",
        RecordFault.MarkerMismatch => "the commit marker does not fit the records before it",
        _ => "a whole record",
    };
}
