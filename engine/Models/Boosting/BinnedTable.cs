using Catalog.Engine.Models.Tables;

namespace Catalog.Engine.Models.Boosting;

/// <summary>
/// A table with each number replaced by the bin it falls into: a byte a number, column by column.
/// <code>
/// cuts    per column, rising; a value's bin is the number of cuts below it
/// bins    [ column 0: row 0, row 1, … │ column 1: … ]
/// </code>
/// </summary>
/// <remarks>Cuts are quantiles of a sample. O(rows × columns × log bins). Immutable.</remarks>
internal sealed class BinnedTable
{
    private const int SampleRows = 20_000;
    private readonly float[][] _cuts;
    private readonly byte[] _bins;

    public BinnedTable(FeatureTable table, int bins)
    {
        Rows = table.Rows;
        Columns = table.Columns;
        _cuts = new float[Columns][];
        _bins = new byte[(long)Rows * Columns];
        for (int column = 0; column < Columns; column++)
        {
            float[] cuts = CutsOf(table, column, bins);
            _cuts[column] = cuts;
            Span<byte> into = _bins.AsSpan(column * Rows, Rows);
            for (int row = 0; row < Rows; row++) into[row] = (byte)BinOf(cuts, table.Row(row)[column]);
        }
    }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>Bins of a column: one more than it has cuts.</summary>
    public int BinCount(int column) => _cuts[column].Length + 1;

    /// <summary>The greatest value that is left of the border behind a bin.</summary>
    public float Cut(int column, int bin) => _cuts[column][bin];

    /// <summary>The bins of a column, by row.</summary>
    public ReadOnlySpan<byte> Column(int column) => _bins.AsSpan(column * Rows, Rows);

    private static float[] CutsOf(FeatureTable table, int column, int bins)
    {
        int step = Math.Max(1, table.Rows / SampleRows);
        var values = new List<float>(table.Rows / step + 1);
        for (int row = 0; row < table.Rows; row += step) values.Add(table.Row(row)[column]);
        values.Sort();
        var cuts = new List<float>(bins);
        for (int i = 1; i < bins; i++)
        {
            float cut = values[(int)((long)i * values.Count / bins)];
            // Nothing lies right of the greatest value, and a value met twice is one border.
            if (cut < values[^1] && (cuts.Count == 0 || cut > cuts[^1])) cuts.Add(cut);
        }

        return [.. cuts];
    }

    private static int BinOf(float[] cuts, float value)
    {
        int low = 0, high = cuts.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (value <= cuts[middle]) high = middle;
            else low = middle + 1;
        }

        return low;
    }
}
