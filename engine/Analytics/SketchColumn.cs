using Catalog.Engine.Analytics.Sketches;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Analytics;

/// <summary>A measure that is no number: a sketch a row, made when it is first needed and used again after.</summary>
internal sealed class SketchColumn
{
    private readonly MeasureSpec _measure;
    private HyperLogLog?[] _distinct = [];
    private DDSketch?[] _quantiles = [];

    private SketchColumn(MeasureSpec measure) => _measure = measure;

    private bool IsDistinct => _measure.Kind == MeasureKind.Distinct;

    /// <summary>The column of a measure; null when it is a number.</summary>
    public static SketchColumn? For(MeasureSpec measure) =>
        measure.Kind is MeasureKind.Distinct or MeasureKind.Quantiles ? new SketchColumn(measure) : null;

    /// <summary>Takes a value into a row.</summary>
    public void Add(int row, long value)
    {
        if (IsDistinct) Distinct(row).Add((ulong)value);
        else Quantiles(row).Add(value);
    }

    /// <summary>Takes another column's row into a row.</summary>
    public void Merge(int row, SketchColumn other, int otherRow)
    {
        if (IsDistinct)
        {
            if (Find(other._distinct, otherRow) is { } distinct) Distinct(row).Merge(distinct);
        }
        else if (Find(other._quantiles, otherRow) is { } quantiles)
        {
            Quantiles(row).Merge(quantiles);
        }
    }

    /// <summary>How many different ones a row has.</summary>
    public double CountOf(int row) => Find(_distinct, row) is { } distinct ? Math.Round(distinct.Count()) : 0;

    /// <summary>A quantile of a row; NaN when it has no values.</summary>
    public double QuantileOf(int row, double rank) =>
        Find(_quantiles, row) is { } quantiles ? quantiles.Quantile(rank) : double.NaN;

    /// <summary>Forgets the values of the first rows; keeps the sketches.</summary>
    public void Clear(int rows)
    {
        for (int row = 0; row < rows; row++)
        {
            Find(_distinct, row)?.Clear();
            Find(_quantiles, row)?.Clear();
        }
    }

    /// <summary>Encodes the first rows: a value each.</summary>
    public void Save(ref MessagePackWriter writer, int rows)
    {
        for (int row = 0; row < rows; row++)
        {
            if (Find(_distinct, row) is { } distinct) distinct.Save(ref writer);
            else if (Find(_quantiles, row) is { } quantiles) quantiles.Save(ref writer);
            else writer.WriteNil();
        }
    }

    /// <summary>Replaces the first rows by what <see cref="Save"/> wrote.</summary>
    public void Load(ref MessagePackReader reader, int rows)
    {
        for (int row = 0; row < rows; row++)
        {
            if (reader.TryReadNil()) continue;
            if (IsDistinct) Distinct(row).Load(ref reader);
            else Quantiles(row).Load(ref reader);
        }
    }

    private static void Reach<T>(ref T?[] sketches, int row)
        where T : class
    {
        if (row >= sketches.Length) Array.Resize(ref sketches, Math.Max(row + 1, 2 * sketches.Length));
    }

    private static T? Find<T>(T?[] sketches, int row)
        where T : class => row < sketches.Length ? sketches[row] : null;

    private HyperLogLog Distinct(int row)
    {
        Reach(ref _distinct, row);
        return _distinct[row] ??= new HyperLogLog(_measure.Precision);
    }

    private DDSketch Quantiles(int row)
    {
        Reach(ref _quantiles, row);
        return _quantiles[row] ??= new DDSketch(_measure.Accuracy);
    }
}
