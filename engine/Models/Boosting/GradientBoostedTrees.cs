using Catalog.Engine.Models.Linear;
using Catalog.Engine.Models.Tables;

namespace Catalog.Engine.Models.Boosting;

/// <summary>
/// A number or a probability as a sum of small decision trees, each grown on what those before it got wrong.
/// </summary>
/// <remarks>
/// Gradient boosting: Friedman, "Greedy function approximation", 2001, and "Stochastic gradient boosting", 2002; see
/// <see cref="BoostOptions"/> for the rest. The order of rows does not matter beyond which are kept back, which a seed
/// decides; the same table, options and seed give the same trees. Training is O(trees × rows × columns × depth) and
/// holds rows × (columns + 40) bytes; predicting is O(trees × depth) without allocation. Immutable, thread-safe.
/// </remarks>
public sealed partial class GradientBoostedTrees
{
    private readonly TreeNode[][] _trees;
    private readonly double _base;

    private GradientBoostedTrees(BoostLoss loss, int columns, double start, TreeNode[][] trees)
    {
        Loss = loss;
        Columns = columns;
        _base = start;
        _trees = trees;
    }

    /// <summary>What was minimised.</summary>
    public BoostLoss Loss { get; }

    /// <summary>Numbers in a row.</summary>
    public int Columns { get; }

    /// <summary>Trees that were kept.</summary>
    public int TreeCount => _trees.Length;

    /// <summary>Trains on a table.</summary>
    /// <param name="table">Rows and targets.</param>
    /// <param name="options">How.</param>
    /// <param name="random">Which rows and columns each tree sees, and which rows are kept back.</param>
    /// <exception cref="ArgumentException">The table is empty, or an option is out of its range.</exception>
    public static GradientBoostedTrees Train(FeatureTable table, BoostOptions options, SeededRandom random)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(random);
        if (table.Rows == 0) throw new ArgumentException("There is nothing to learn from.", nameof(table));
        Check(options);
        return new BoostRun(table, options, random).Train();
    }

    /// <summary>
    /// The sum of the trees: the number, or the logarithm of the odds. O(trees × depth), allocates nothing.
    /// </summary>
    /// <exception cref="ArgumentException">The row has another number of columns.</exception>
    public double Score(ReadOnlySpan<float> row)
    {
        if (row.Length != Columns) throw new ArgumentException($"A row has {Columns} numbers.", nameof(row));
        double sum = _base;
        foreach (TreeNode[] tree in _trees) sum += Leaf(tree, row);
        return sum;
    }

    /// <summary>The number, or the probability. O(trees × depth), allocates nothing.</summary>
    /// <exception cref="ArgumentException">The row has another number of columns.</exception>
    public double Predict(ReadOnlySpan<float> row) =>
        Loss == BoostLoss.Logistic ? LogisticRegression.Sigmoid(Score(row)) : Score(row);

    /// <summary>
    /// Says what each column adds to a row's score: each question on the way to a leaf moves the expectation, and the
    /// move is its column's (Saabas 2014). O(trees × depth), allocates nothing.
    /// </summary>
    /// <param name="row">The row.</param>
    /// <param name="contributions">Where they go, a number a column; with the answer they add up to the score.</param>
    /// <returns>The score of a row nothing is known about.</returns>
    /// <exception cref="ArgumentException">A span has another number of columns.</exception>
    public double Explain(ReadOnlySpan<float> row, Span<double> contributions)
    {
        if (row.Length != Columns || contributions.Length != Columns)
            throw new ArgumentException($"A row has {Columns} numbers.", nameof(row));
        contributions.Clear();
        double start = _base;
        foreach (TreeNode[] tree in _trees)
        {
            TreeNode node = tree[0];
            start += node.Value;
            while (!node.IsLeaf)
            {
                TreeNode next = tree[node.Left + (row[node.Column] <= node.Threshold ? 0 : 1)];
                contributions[node.Column] += next.Value - node.Value;
                node = next;
            }
        }

        return start;
    }

    internal static double Leaf(TreeNode[] tree, ReadOnlySpan<float> row)
    {
        ref readonly TreeNode node = ref tree[0];
        while (!node.IsLeaf) node = ref tree[node.Left + (row[node.Column] <= node.Threshold ? 0 : 1)];
        return node.Value;
    }

    internal static GradientBoostedTrees Of(BoostLoss loss, int columns, double start, TreeNode[][] trees) =>
        new(loss, columns, start, trees);

    private static void Check(BoostOptions options)
    {
        bool isSound = options.MaxTrees > 0 && options.Depth is >= 1 and <= 12 && options.Bins is >= 2 and <= 256
            && options.LearningRate > 0 && options.Penalty >= 0 && options.MinLeafWeight > 0
            && options.RowShare is > 0 and <= 1 && options.ColumnShare is > 0 and <= 1
            && options.ValidationShare is >= 0 and < 1 && options.Patience > 0;
        if (!isSound) throw new ArgumentException("An option is out of its range.", nameof(options));
    }
}
