using System.Globalization;
using Spectre.Console;

namespace Catalog.Bench.Shared.Rows;

/// <summary>Prints rows as tables.</summary>
internal static class RowTables
{
    public static void Print(IReadOnlyList<VersusRow> rows)
    {
        Table table = NewTable("layer", "workload", "peer", "ours >", "theirs >", "unit", "ratio >");
        foreach (VersusRow row in rows)
        {
            table.AddRow(
                Text(row.Layer), Text(row.Workload), Text(row.Peer), Text(Number(row.Ours)), Text(Number(row.Theirs)),
                Text(row.Unit), Text($"{Number(row.Ratio)} x"));
        }

        AnsiConsole.Write(table);
    }

    public static void Print(IReadOnlyList<LoadRow> rows)
    {
        Table table = NewTable("scenario", "metric", "value >", "unit", "bar", "held");
        foreach (LoadRow row in rows)
        {
            table.AddRow(
                Text(row.Scenario), Text(row.Metric), Text(Number(row.Value)), Text(row.Unit), Text(row.Bar),
                Verdict(row.Bar, row.Held));
        }

        AnsiConsole.Write(table);
    }

    public static void Print(IReadOnlyList<QualityRow> rows)
    {
        Table table = NewTable("system", "metric", "value >", "baseline >", "bar", "held");
        foreach (QualityRow row in rows)
        {
            table.AddRow(
                Text(row.System), Text(row.Metric), Text(Number(row.Value)), Text(Number(row.Baseline)), Text(row.Bar),
                Verdict(row.Bar, row.Held));
        }

        AnsiConsole.Write(table);
    }

    /// <summary>A figure with as many digits as it deserves.</summary>
    public static string Number(double value) => Math.Abs(value) switch
    {
        0 => "0",
        >= 1_000 => value.ToString("N0", CultureInfo.InvariantCulture),
        >= 100 => value.ToString("0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.0", CultureInfo.InvariantCulture),
        _ => value.ToString("0.00", CultureInfo.InvariantCulture),
    };

    // A heading that ends in '>' is a column of numbers.
    private static Table NewTable(params ReadOnlySpan<string> headings)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (string heading in headings)
        {
            var column = new TableColumn(heading.TrimEnd('>', ' '));
            table.AddColumn(heading.EndsWith('>') ? column.RightAligned() : column);
        }

        return table;
    }

    private static Markup Text(string text) => new(Markup.Escape(text));

    private static Markup Verdict(string bar, bool held) =>
        bar.Length == 0 ? new Markup("") : new Markup(held ? "[green]held[/]" : "[red]MISSED[/]");
}
