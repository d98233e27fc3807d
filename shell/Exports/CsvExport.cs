using CsvHelper;

namespace Catalog.Shell.Exports;

/// <summary>
/// Writes a table as CSV, row by row: commas, quotes where needed, CRLF (RFC 4180), UTF-8. A text that a spreadsheet
/// would take for a formula gets an apostrophe in front; numbers are numbers, negative ones too.
/// </summary>
/// <remarks>Source of the rule: OWASP, "CSV Injection".</remarks>
internal static class CsvExport
{
    /// <summary>Rows between two looks at whether it is still wanted.</summary>
    private const int FlushRows = 512;

    /// <summary>Writes a table. Memory does not depend on its size.</summary>
    /// <param name="table">The table.</param>
    /// <param name="into">Where it goes; stays open.</param>
    /// <param name="progress">Told how many rows are written.</param>
    /// <param name="cancel">Ends it with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>How many rows there were.</returns>
    internal static async Task<long> WriteAsync(
        ExportTable table, Stream into, Action<long> progress, CancellationToken cancel)
    {
        await using CsvWriter csv = CsvWriter.Create(into, new CsvWriterOptions(), leaveOpen: true);
        foreach (ExportColumn column in table.Columns) csv.WriteField(Safe(column.Title));
        await csv.EndRecordAsync(cancel);
        long rows = 0;
        await foreach (ExportCell[] row in table.Rows.WithCancellation(cancel))
        {
            for (int i = 0; i < row.Length; i++)
            {
                string cell = row[i].Format(table.Columns[i].Kind);
                csv.WriteField(row[i].Text is null ? cell : Safe(cell));
            }

            await csv.EndRecordAsync(cancel);
            if (++rows % FlushRows != 0) continue;
            cancel.ThrowIfCancellationRequested();
            progress(rows);
        }

        await csv.FlushAsync(cancel);
        progress(rows);
        return rows;
    }

    /// <summary>A text that no spreadsheet computes.</summary>
    internal static string Safe(string text)
    {
        ReadOnlySpan<char> start = text.AsSpan().TrimStart(" ");
        bool isFormula = !start.IsEmpty && start[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n'
            or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20';
        return isFormula ? "'" + text : text;
    }
}
