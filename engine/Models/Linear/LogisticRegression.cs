using Catalog.Engine.Models.Tables;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Models.Linear;

/// <summary>
/// The probability of a yes, as a logistic function of a weighted sum of features.
/// <code>
/// p = 1 / (1 + exp(-(b + Σ w·(x - mean)/spread)))
/// </code>
/// </summary>
/// <remarks>
/// Trained by iteratively reweighted least squares, which is Newton's method on the penalised likelihood (Hastie,
/// Tibshirani and Friedman, The Elements of Statistical Learning, 4.4), on standardised features; every step that would
/// make things worse is halved. Deterministic. Training is O(steps × rows × k²) with O(k²) memory, predicting O(k)
/// without allocation. Immutable, thread-safe.
/// </remarks>
public sealed class LogisticRegression
{
    private const int WireVersion = 1;
    private const int MaxHalvings = 12;
    private readonly double[] _weights;
    private readonly double[] _means;
    private readonly double[] _spreads;
    private readonly double _bias;

    private LogisticRegression(double bias, double[] weights, double[] means, double[] spreads)
    {
        (_bias, _weights, _means, _spreads) = (bias, weights, means, spreads);
    }

    /// <summary>Numbers in a row.</summary>
    public int Columns => _weights.Length;

    /// <summary>Trains on a table whose targets are 0 (no) or 1 (yes).</summary>
    /// <param name="table">The rows.</param>
    /// <param name="options">How; the usual when null.</param>
    /// <exception cref="ArgumentException">The table is empty.</exception>
    public static LogisticRegression Train(FeatureTable table, LogisticOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Rows == 0) throw new ArgumentException("There is nothing to learn from.", nameof(table));
        options ??= new LogisticOptions();
        (double[] means, double[] spreads) = Standard(table);
        double[] weights = new double[table.Columns + 1];
        double loss = Loss(table, means, spreads, weights) + Penalty(weights, options.Penalty);
        var equations = new NormalEquations(weights.Length);
        for (int step = 0; step < options.MaxSteps; step++)
        {
            double[] next = NextWeights(table, (means, spreads), weights, equations, options.Penalty);
            double nextLoss = Loss(table, means, spreads, next) + Penalty(next, options.Penalty);
            for (int i = 0; i < MaxHalvings && !(nextLoss <= loss); i++)
            {
                for (int c = 0; c < next.Length; c++) next[c] = (next[c] + weights[c]) / 2;
                nextLoss = Loss(table, means, spreads, next) + Penalty(next, options.Penalty);
            }

            double moved = 0;
            for (int c = 0; c < next.Length; c++) moved = Math.Max(moved, Math.Abs(next[c] - weights[c]));
            if (!(nextLoss <= loss)) break;
            (weights, loss) = (next, nextLoss);
            if (moved < options.Tolerance) break;
        }

        return new LogisticRegression(weights[^1], weights[..^1], means, spreads);
    }

    /// <summary>The weighted sum: the logarithm of the odds. O(k), allocates nothing.</summary>
    /// <exception cref="ArgumentException">The row has another number of columns.</exception>
    public double Score(ReadOnlySpan<float> row)
    {
        if (row.Length != _weights.Length) throw new ArgumentException("Another number of columns.", nameof(row));
        double sum = _bias;
        for (int i = 0; i < row.Length; i++) sum += Contribution(row, i);
        return sum;
    }

    /// <summary>The probability of a yes. O(k), allocates nothing.</summary>
    /// <exception cref="ArgumentException">The row has another number of columns.</exception>
    public double Predict(ReadOnlySpan<float> row) => Sigmoid(Score(row));

    /// <summary>
    /// What a column adds to the logarithm of the odds, against a row that is average in it. O(1), allocates nothing.
    /// </summary>
    public double Contribution(ReadOnlySpan<float> row, int column) =>
        _weights[column] * (row[column] - _means[column]) / _spreads[column];

    /// <summary>How the logarithm of the odds changes with one unit of a column. O(1).</summary>
    public double Coefficient(int column) => _weights[column] / _spreads[column];

    /// <summary>Encodes the model.</summary>
    public void Save(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(5);
        writer.Write(WireVersion);
        writer.Write(_bias);
        ModelWire.Write(ref writer, _weights);
        ModelWire.Write(ref writer, _means);
        ModelWire.Write(ref writer, _spreads);
    }

    /// <summary>Decodes what <see cref="Save"/> wrote.</summary>
    /// <exception cref="MessagePackFormatException">The bytes are not such a model.</exception>
    public static LogisticRegression Load(ref MessagePackReader reader)
    {
        bool isKnown = reader.ReadArrayHeader() == 5 && reader.ReadInt32() == WireVersion;
        ModelWire.Require(isKnown, "Not a logistic regression.");
        double bias = reader.ReadDouble();
        double[] weights = ModelWire.ReadDoubles(ref reader);
        double[] means = ModelWire.ReadDoubles(ref reader);
        double[] spreads = ModelWire.ReadDoubles(ref reader);
        bool isWhole = means.Length == weights.Length && spreads.Length == weights.Length;
        ModelWire.Require(isWhole && !spreads.Contains(0), "A logistic regression that does not add up.");
        return new LogisticRegression(bias, weights, means, spreads);
    }

    internal static double Sigmoid(double score) => 1 / (1 + Math.Exp(-score));

    private static (double[] Means, double[] Spreads) Standard(FeatureTable table)
    {
        double[] means = new double[table.Columns];
        double[] spreads = new double[table.Columns];
        for (int r = 0; r < table.Rows; r++)
        {
            ReadOnlySpan<float> row = table.Row(r);
            for (int c = 0; c < row.Length; c++) means[c] += row[c] / (double)table.Rows;
        }

        for (int r = 0; r < table.Rows; r++)
        {
            ReadOnlySpan<float> row = table.Row(r);
            for (int c = 0; c < row.Length; c++) spreads[c] += (row[c] - means[c]) * (row[c] - means[c]) / table.Rows;
        }

        // A column that never changes says nothing; any spread will do.
        for (int c = 0; c < spreads.Length; c++) spreads[c] = spreads[c] < 1e-12 ? 1 : Math.Sqrt(spreads[c]);
        return (means, spreads);
    }

    private static double[] NextWeights(
        FeatureTable table, (double[] Means, double[] Spreads) standard, double[] weights, NormalEquations equations,
        double penalty)
    {
        equations.Clear();
        double[] row = new double[weights.Length];
        for (int r = 0; r < table.Rows; r++)
        {
            Fill(table.Row(r), standard.Means, standard.Spreads, row);
            double score = Dense.Dot(row, weights);
            double probability = Sigmoid(score);
            // Never quite zero, so that a row that is sure does not divide by nothing.
            double curvature = Math.Max(1e-6, probability * (1 - probability));
            equations.Add(row, score + ((table.Targets[r] - probability) / curvature), curvature);
        }

        double[] penalties = new double[weights.Length];
        penalties.AsSpan(0, weights.Length - 1).Fill(penalty);
        double[] next = new double[weights.Length];
        equations.Solve(penalties, next);
        return next;
    }

    private static double Loss(FeatureTable table, double[] means, double[] spreads, double[] weights)
    {
        double[] row = new double[weights.Length];
        double loss = 0;
        for (int r = 0; r < table.Rows; r++)
        {
            Fill(table.Row(r), means, spreads, row);
            double score = Dense.Dot(row, weights);
            double signed = table.Targets[r] > 0.5f ? score : -score;
            // log(1 + exp(-s)), without overflow.
            loss += Math.Max(0, -signed) + Math.Log(1 + Math.Exp(-Math.Abs(signed)));
        }

        return loss;
    }

    private static double Penalty(double[] weights, double penalty) =>
        0.5 * penalty * Dense.Dot(weights.AsSpan(0, weights.Length - 1), weights.AsSpan(0, weights.Length - 1));

    private static void Fill(ReadOnlySpan<float> from, double[] means, double[] spreads, Span<double> row)
    {
        for (int c = 0; c < from.Length; c++) row[c] = (from[c] - means[c]) / spreads[c];
        row[^1] = 1;
    }
}
