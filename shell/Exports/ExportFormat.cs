namespace Catalog.Shell.Exports;

/// <summary>What kind of file an export becomes. The numbers are kept in the journal.</summary>
public enum ExportFormat : byte
{
    /// <summary>RFC 4180, in UTF-8.</summary>
    Csv = 1,

    /// <summary>A document with a table, and a chart where there is something to draw.</summary>
    Pdf = 2,
}
