namespace Catalog.Shell.Exports;

/// <summary>What of a table is worth drawing.</summary>
/// <param name="IsLine">A line over time; else bars, the first rows only.</param>
/// <param name="LabelColumn">The column that names a point or bar.</param>
/// <param name="ValueColumn">The column that says how high it is.</param>
public sealed record ExportChart(bool IsLine, int LabelColumn, int ValueColumn);
