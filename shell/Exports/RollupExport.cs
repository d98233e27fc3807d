using Catalog.Engine.Analytics;
using Catalog.Shell.Http;
using Catalog.Shell.Insight;

namespace Catalog.Shell.Exports;

/// <summary>What a dashboard shows, as a file: any question to any system's rollups. Thread-safe.</summary>
internal sealed class RollupExport(InsightRegistry insight, TimeProvider clock) : IExportSource
{
    private const string System = "system";
    private const string Rollup = "rollup";
    private const string Grain = "grain";
    private const string By = "by";
    private const string Measures = "measures";
    private const int DefaultDays = 30;
    private static readonly string[] Grains = ["day", "hour", "week", "month", "all"];

    /// <inheritdoc/>
    public string Name => "rollup";

    /// <inheritdoc/>
    public string Title => "Figures";

    /// <inheritdoc/>
    public IReadOnlyList<ExportParameter> Parameters { get; } =
    [
        new(System, "Of this system"), new(Rollup, "Of this rollup"), new(ExportParameter.From, "From this day on"),
        new(ExportParameter.To, "Before this day"), new(Grain, "What a row is in time", Grains),
        new(By, "Dimensions a row is for, with commas between them"),
        new(Measures, "Measures, with commas between them; all unless given"),
    ];

    /// <inheritdoc/>
    public void Check(ExportArguments arguments, FieldErrors errors)
    {
        IRollupSource? source = insight.Find(arguments[System] ?? "");
        RollupSpec? spec = source?.Find(arguments[Rollup] ?? "");
        errors.Check(source is not null, "arguments." + System, "Has no rollups.");
        if (source is not null) errors.Check(spec is not null, "arguments." + Rollup, "There is no such rollup.");
        if (spec is null) return;
        RollupQueryProblem? problem = QueryOf(arguments).Check(spec);
        if (problem is { } found) errors.Add("arguments." + found.Field, found.Message);
    }

    /// <inheritdoc/>
    public async ValueTask<ExportTable> OpenAsync(ExportArguments arguments, CancellationToken cancel)
    {
        IRollupSource source = insight.Find(arguments[System] ?? "")
            ?? throw new InvalidOperationException("The system has no rollups any more.");
        await source.WaitAsync(cancel);
        RollupTable table = source.Query(arguments[Rollup]!, QueryOf(arguments));
        bool hasTime = table.Grain != TimeGrain.All;
        var columns = new List<ExportColumn>();
        if (hasTime) columns.Add(new("Time", CellKind.Time));
        foreach (DimensionSpec dimension in table.Dimensions) columns.Add(new(dimension.Title));
        int first = columns.Count;
        foreach (RollupColumn column in table.Columns) columns.Add(new(column.Title, KindOf(column.Unit)));
        return new ExportTable
        {
            Columns = columns,
            Rows = ExportTable.RowsOf(
                Enumerable.Range(0, table.RowCount).Select(row => RowOf(source, table, row, hasTime))),
            ExpectedRows = table.RowCount,
            Chart = first == 1 ? new ExportChart(hasTime, 0, first) : null,
        };
    }

    private static ExportCell[] RowOf(IRollupSource source, RollupTable table, int row, bool hasTime)
    {
        var cells = new List<ExportCell>();
        if (hasTime) cells.Add(ExportCell.Of(table.TimeMs(row)));
        ReadOnlySpan<ulong> keys = table.Keys(row);
        for (int i = 0; i < keys.Length; i++)
        {
            string id = keys[i] == DimensionSpec.Other ? "other" : IdText.Of(keys[i]);
            cells.Add(ExportCell.Of(source.LabelOf(table.Dimensions[i].Name, keys[i]) ?? id));
        }

        foreach (double value in table.Values(row)) cells.Add(ExportCell.Of(value));
        return [.. cells];
    }

    private RollupQuery QueryOf(ExportArguments arguments)
    {
        long endMs = arguments.DayMs(ExportParameter.To, clock.GetUtcNow().ToUnixTimeMilliseconds() + 1);
        long startMs = TimeBuckets.Floor(TimeGrain.Day, endMs - 1) - ((DefaultDays - 1) * TimeBuckets.DayMs);
        return new RollupQuery
        {
            FromMs = arguments.DayMs(ExportParameter.From, startMs),
            ToMs = endMs,
            Grain = Enum.Parse<TimeGrain>(arguments[Grain] ?? Grains[0], ignoreCase: true),
            By = ListOf(arguments[By]),
            Measures = ListOf(arguments[Measures]),
            Limit = RollupQuery.MaxLimit,
        };
    }

    private static string[] ListOf(string? text) => text?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static CellKind KindOf(MeasureUnit unit) => unit switch
    {
        MeasureUnit.Cents => CellKind.Money,
        MeasureUnit.Ratio => CellKind.Share,
        MeasureUnit.Milliseconds => CellKind.Number,
        _ => CellKind.Count,
    };
}
