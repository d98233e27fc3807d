using System.Globalization;

namespace Catalog.Shell.Exports.Pdf;

/// <summary>
/// Writes a table as a PDF file: title, what it was narrowed by, a chart of its first rows, and the table over as many
/// pages as it takes, each with its number. A page of landscape A4 for tables of more than six columns.
/// </summary>
internal static class PdfExport
{
    /// <summary>A document is made in memory, so it ends somewhere, and says so; CSV has no such bound.</summary>
    internal const int MaxRows = 10_000;

    /// <summary>Writes a table.</summary>
    /// <param name="head">What stands above it.</param>
    /// <param name="table">The table.</param>
    /// <param name="into">Where it goes; stays open.</param>
    /// <param name="progress">Told how many rows are read.</param>
    /// <param name="cancel">Ends it with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>How many rows are in it.</returns>
    internal static async Task<long> WriteAsync(
        PdfHead head, ExportTable table, Stream into, Action<long> progress, CancellationToken cancel)
    {
        var rows = new List<string[]>();
        var points = new List<(string Label, double Value)>();
        bool isCut = false;
        await foreach (ExportCell[] row in table.Rows.WithCancellation(cancel))
        {
            cancel.ThrowIfCancellationRequested();
            if (rows.Count == MaxRows)
            {
                isCut = true;
                break;
            }

            rows.Add([.. row.Select((cell, i) => cell.Format(table.Columns[i].Kind))]);
            if (table.Chart is { } chart)
                points.Add((rows[^1][chart.LabelColumn], ValueOf(row[chart.ValueColumn], table, chart)));
            if (rows.Count % 256 == 0) progress(rows.Count);
        }

        var document = new PdfFile();
        var pages = new PdfPages(document, head, table.Columns.Count > 6);
        if (table.Chart is { } drawn && points.Count > 1)
            pages.Draw(drawn, table.Columns[drawn.ValueColumn].Title, points);
        pages.Write(table.Columns, rows);
        if (isCut) pages.Note(string.Create(CultureInfo.InvariantCulture, $"These are the first {MaxRows} rows."));
        pages.End();
        document.Save(into, head.Title, head.MadeAt);
        progress(rows.Count);
        return rows.Count;
    }

    private static double ValueOf(ExportCell cell, ExportTable table, ExportChart chart)
    {
        double value = double.IsFinite(cell.Number) ? cell.Number : 0;
        return table.Columns[chart.ValueColumn].Kind == CellKind.Money ? value / 100 : value;
    }
}
