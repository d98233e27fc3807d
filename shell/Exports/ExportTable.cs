namespace Catalog.Shell.Exports;

/// <summary>What an export writes: columns, and rows as they are read.</summary>
public sealed record ExportTable
{
    /// <summary>The columns; every row has a cell for each.</summary>
    public required IReadOnlyList<ExportColumn> Columns { get; init; }

    /// <summary>The rows, read once.</summary>
    public required IAsyncEnumerable<ExportCell[]> Rows { get; init; }

    /// <summary>About how many rows there are, for the progress; null when nobody knows.</summary>
    public long? ExpectedRows { get; init; }

    /// <summary>What of it is worth drawing; null for nothing.</summary>
    public ExportChart? Chart { get; init; }

    /// <summary>Makes rows of a list that is in memory.</summary>
    public static async IAsyncEnumerable<ExportCell[]> RowsOf(IEnumerable<ExportCell[]> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        foreach (ExportCell[] row in rows) yield return row;
        await Task.CompletedTask;
    }
}
