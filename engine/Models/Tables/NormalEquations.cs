namespace Catalog.Engine.Models.Tables;

/// <summary>
/// Weighted least squares with a penalty on large coefficients, by the normal equations and Cholesky's factorisation.
/// <code>
/// (XᵀWX + λI) β = XᵀWy       rows are added one by one, so X itself is never held
/// </code>
/// </summary>
/// <remarks>
/// Ridge regression: Hoerl and Kennard 1970. Adding a row costs O(k²), solving O(k³), memory is O(k²). Columns should
/// have like scales. Not thread-safe.
/// </remarks>
internal sealed class NormalEquations(int columns)
{
    private const double Tiny = 1e-12;
    private readonly double[] _products = new double[columns * columns];
    private readonly double[] _right = new double[columns];
    private readonly double[] _factor = new double[columns * columns];

    /// <summary>Adds a row with its target and weight. O(k²).</summary>
    public void Add(ReadOnlySpan<double> row, double target, double weight)
    {
        for (int i = 0; i < columns; i++)
        {
            double scaled = row[i] * weight;
            if (scaled == 0) continue;
            // The lower triangle alone.
            Dense.AddScaled(row[..(i + 1)], scaled, _products.AsSpan(i * columns, i + 1));
            _right[i] += scaled * target;
        }
    }

    /// <summary>Forgets the rows.</summary>
    public void Clear()
    {
        Array.Clear(_products);
        Array.Clear(_right);
    }

    /// <summary>Solves. O(k³).</summary>
    /// <param name="penalties">λ of each column; 0 for those that are to be free.</param>
    /// <param name="coefficients">Where β goes.</param>
    public void Solve(ReadOnlySpan<double> penalties, Span<double> coefficients)
    {
        Factor(penalties);
        _right.CopyTo(coefficients);
        Substitute(coefficients);
    }

    /// <summary>
    /// The diagonal element of the inverse of XᵀWX + λI: times the residual variance, a coefficient's variance. After
    /// <see cref="Solve"/>. O(k²).
    /// </summary>
    public double InverseDiagonal(int column)
    {
        double[] unit = new double[columns];
        unit[column] = 1;
        Substitute(unit);
        return unit[column];
    }

    private void Factor(ReadOnlySpan<double> penalties)
    {
        for (int i = 0; i < columns; i++)
        {
            Span<double> row = _factor.AsSpan(i * columns, columns);
            for (int j = 0; j <= i; j++)
            {
                double sum = _products[(i * columns) + j] - Dense.Dot(row[..j], _factor.AsSpan(j * columns, j));
                // A column that is a sum of others gets no coefficient of its own, instead of a wild one.
                if (i == j) row[i] = Math.Sqrt(Math.Max(Tiny, sum + penalties[i]));
                else row[j] = sum / _factor[(j * columns) + j];
            }
        }
    }

    private void Substitute(Span<double> vector)
    {
        for (int i = 0; i < columns; i++)
        {
            ReadOnlySpan<double> row = _factor.AsSpan(i * columns, i);
            vector[i] = (vector[i] - Dense.Dot(row, vector[..i])) / _factor[(i * columns) + i];
        }

        for (int i = columns - 1; i >= 0; i--)
        {
            double sum = vector[i];
            for (int j = i + 1; j < columns; j++) sum -= _factor[(j * columns) + i] * vector[j];
            vector[i] = sum / _factor[(i * columns) + i];
        }
    }
}
