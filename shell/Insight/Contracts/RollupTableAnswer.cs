using Catalog.Engine.Analytics;

namespace Catalog.Shell.Insight.Contracts;

/// <summary>A rollup's answer.</summary>
/// <param name="Rollup">Its name.</param>
/// <param name="From">The beginning of what is counted; at or before what was asked for.</param>
/// <param name="To">Its end, exclusive; at or after what was asked for.</param>
/// <param name="Grain">The length of the rows' buckets: as asked, or longer where no finer ones are kept.</param>
/// <param name="Dimensions">What the rows' keys are values of.</param>
/// <param name="Measures">What the rows' values are.</param>
/// <param name="Rows">The rows.</param>
public sealed record RollupTableAnswer(
    string Rollup,
    DateTime From,
    DateTime To,
    string Grain,
    IReadOnlyList<DimensionAnswer> Dimensions,
    IReadOnlyList<MeasureAnswer> Measures,
    IReadOnlyList<RollupRowAnswer> Rows)
{
    /// <summary>Rows there would be without a limit.</summary>
    public int TotalRows { get; init; }

    /// <summary>
    /// The beginning of the period before, which ends where this one begins; null when not asked for.
    /// </summary>
    public DateTime? PreviousFrom { get; init; }

    /// <summary>
    /// Since when everything is counted: what happened before may be missing; null when nothing is.
    /// </summary>
    public DateTime? Since { get; init; }

    /// <summary>Everything before this journal position is counted.</summary>
    public long Position { get; init; }

    /// <summary>Everything that was durable then is counted.</summary>
    public DateTime AsOf { get; init; }

    /// <summary>Shows a table.</summary>
    public static RollupTableAnswer Of(RollupTable table, IRollupSource source)
    {
        var labels = new Dictionary<(string, ulong), RollupKeyAnswer>();
        var rows = new RollupRowAnswer[table.RowCount];
        for (int row = 0; row < rows.Length; row++)
        {
            rows[row] = new RollupRowAnswer(
                TimeOf(table.TimeMs(row)),
                KeysOf(table, row, source, labels),
                NumbersOf(table.Values(row)),
                table.HasPrevious ? NumbersOf(table.Previous(row)) : null);
        }

        return new RollupTableAnswer(
            table.Spec.Name,
            TimeOf(table.FromMs),
            TimeOf(table.ToMs),
            RollupQueryReader.NameOf(table.Grain),
            [.. table.Dimensions.Select(DimensionAnswer.Of)],
            [.. table.Columns.Select(MeasureAnswer.Of)],
            rows)
        {
            TotalRows = table.TotalRows,
            PreviousFrom = table.HasPrevious ? TimeOf(table.PreviousFromMs) : null,
            Since = source.SinceMs is { } since ? TimeOf(since) : null,
        };
    }

    internal static DateTime TimeOf(long timeMs) => DateTimeOffset.FromUnixTimeMilliseconds(timeMs).UtcDateTime;

    /// <summary>A value is looked up once, however many rows have it.</summary>
    private static RollupKeyAnswer[] KeysOf(
        RollupTable table, int row, IRollupSource source, Dictionary<(string, ulong), RollupKeyAnswer> labels)
    {
        ReadOnlySpan<ulong> ids = table.Keys(row);
        var keys = new RollupKeyAnswer[ids.Length];
        for (int i = 0; i < ids.Length; i++)
        {
            string dimension = table.Dimensions[i].Name;
            if (!labels.TryGetValue((dimension, ids[i]), out RollupKeyAnswer? key))
            {
                string? label = ids[i] == DimensionSpec.Other ? "Other" : source.LabelOf(dimension, ids[i]);
                key = new RollupKeyAnswer(RollupQueryReader.NameOf(ids[i]), label);
                labels.Add((dimension, ids[i]), key);
            }

            keys[i] = key;
        }

        return keys;
    }

    private static double?[] NumbersOf(ReadOnlySpan<double> values)
    {
        var numbers = new double?[values.Length];
        for (int i = 0; i < values.Length; i++) numbers[i] = double.IsNaN(values[i]) ? null : values[i];
        return numbers;
    }
}
