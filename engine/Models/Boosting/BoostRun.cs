using Catalog.Engine.Models.Linear;
using Catalog.Engine.Models.Tables;

namespace Catalog.Engine.Models.Boosting;

/// <summary>One training: the scores so far of every row, and the trees they come from.</summary>
internal sealed class BoostRun
{
    private const double Least = 1e-6;
    private readonly FeatureTable _table;
    private readonly BoostOptions _options;
    private readonly SeededRandom _random;
    private readonly double[] _scores;
    private readonly double[] _gradients;
    private readonly double[] _curvatures;
    private readonly int[] _train;
    private readonly int[] _kept;

    public BoostRun(FeatureTable table, BoostOptions options, SeededRandom random)
    {
        (_table, _options, _random) = (table, options, random);
        _scores = new double[table.Rows];
        _gradients = new double[table.Rows];
        _curvatures = new double[table.Rows];
        var train = new List<int>(table.Rows);
        var kept = new List<int>();
        for (int row = 0; row < table.Rows; row++)
            (random.NextDouble() < options.ValidationShare ? kept : train).Add(row);
        // Too few rows to judge by, or none to learn from: learn from all.
        bool isTooSmall = train.Count == 0 || kept.Count < 20;
        if (isTooSmall) train.AddRange(kept);
        _train = [.. train];
        _kept = isTooSmall ? [] : [.. kept];
    }

    public GradientBoostedTrees Train()
    {
        double start = StartOf();
        Array.Fill(_scores, start);
        var binned = new BinnedTable(_table, _options.Bins);
        var grower = new TreeGrower(binned, _options);
        var trees = new List<TreeNode[]>();
        int[] sample = new int[_train.Length];
        int bestCount = 0;
        double bestLoss = _kept.Length == 0 ? double.NaN : KeptLoss();
        while (trees.Count < _options.MaxTrees)
        {
            Derive();
            TreeNode[] tree = grower.Grow(_gradients, _curvatures, Sample(sample), _random);
            trees.Add(tree);
            for (int row = 0; row < _table.Rows; row++)
                _scores[row] += GradientBoostedTrees.Leaf(tree, _table.Row(row));
            if (_kept.Length == 0) continue;
            double loss = KeptLoss();
            if (loss < bestLoss) (bestLoss, bestCount) = (loss, trees.Count);
            else if (trees.Count - bestCount >= _options.Patience) break;
        }

        if (_kept.Length == 0) bestCount = trees.Count;
        return GradientBoostedTrees.Of(_options.Loss, _table.Columns, start, [.. trees.Take(bestCount)]);
    }

    private double StartOf()
    {
        double sum = 0;
        foreach (int row in _train) sum += _table.Targets[row];
        double mean = sum / _train.Length;
        if (_options.Loss == BoostLoss.Squared) return mean;
        mean = Math.Clamp(mean, Least, 1 - Least);
        return Math.Log(mean / (1 - mean));
    }

    private void Derive()
    {
        ReadOnlySpan<float> targets = _table.Targets;
        foreach (int row in _train)
        {
            if (_options.Loss == BoostLoss.Squared)
            {
                (_gradients[row], _curvatures[row]) = (_scores[row] - targets[row], 1);
                continue;
            }

            double probability = LogisticRegression.Sigmoid(_scores[row]);
            _gradients[row] = probability - targets[row];
            _curvatures[row] = Math.Max(Least, probability * (1 - probability));
        }
    }

    private ReadOnlySpan<int> Sample(int[] into)
    {
        if (_options.RowShare >= 1) return _train;
        int count = 0;
        foreach (int row in _train)
            if (_random.NextDouble() < _options.RowShare) into[count++] = row;
        return count == 0 ? _train : into.AsSpan(0, count);
    }

    private double KeptLoss()
    {
        double loss = 0;
        foreach (int row in _kept)
        {
            double target = _table.Targets[row], score = _scores[row];
            if (_options.Loss == BoostLoss.Squared) loss += (score - target) * (score - target);
            else loss += Math.Max(0, score) - (score * target) + Math.Log(1 + Math.Exp(-Math.Abs(score)));
        }

        return loss / _kept.Length;
    }
}
