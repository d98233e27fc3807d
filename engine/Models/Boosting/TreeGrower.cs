namespace Catalog.Engine.Models.Boosting;

/// <summary>
/// Grows one regression tree on gradients: level by level, each leaf split where it lowers the loss most.
/// <code>
/// rows       [ node A's rows │ node B's rows │ … ]     a split partitions its node's stretch
/// histogram  per column and bin: Σ gradient, Σ curvature; the larger child's is the parent's less the smaller's
/// gain       G²/(H+λ) left + right - whole
/// </code>
/// </summary>
/// <remarks>
/// Second-order gain: Chen and Guestrin, XGBoost, 2016; histograms and their subtraction: Ke and others, LightGBM,
/// 2017. O(rows × columns × depth) a tree. Not thread-safe.
/// </remarks>
internal sealed class TreeGrower
{
    private const double MinGain = 1e-9;
    private readonly BinnedTable _table;
    private readonly BoostOptions _options;
    private readonly int[] _rows;
    private readonly int[] _spare;
    private readonly double[] _gradients;
    private readonly double[] _curvatures;
    private readonly bool[] _isAsked;
    private readonly Stack<double[]> _histograms = new();
    private readonly List<TreeNode> _nodes = [];
    private double[] _gradientOf = [];
    private double[] _curvatureOf = [];

    public TreeGrower(BinnedTable table, BoostOptions options)
    {
        _table = table;
        _options = options;
        _rows = new int[table.Rows];
        _spare = new int[table.Rows];
        _gradients = new double[table.Rows];
        _curvatures = new double[table.Rows];
        _isAsked = new bool[table.Columns];
    }

    /// <summary>Grows a tree on some of the rows.</summary>
    /// <param name="gradientOf">The loss's first derivative, by row.</param>
    /// <param name="curvatureOf">Its second.</param>
    /// <param name="rows">The rows to learn from.</param>
    /// <param name="random">Decides which columns may be asked about.</param>
    public TreeNode[] Grow(double[] gradientOf, double[] curvatureOf, ReadOnlySpan<int> rows, SeededRandom random)
    {
        (_gradientOf, _curvatureOf) = (gradientOf, curvatureOf);
        rows.CopyTo(_rows);
        _nodes.Clear();
        bool isAny = false;
        for (int i = 0; i < _isAsked.Length; i++) isAny |= _isAsked[i] = random.NextDouble() < _options.ColumnShare;
        if (!isAny) Array.Fill(_isAsked, true);
        double[] histogram = Rent();
        Fill(histogram, 0, rows.Length);
        _nodes.Add(default);
        Split(0, (0, rows.Length), histogram, _options.Depth);
        return [.. _nodes];
    }

    /// <summary>Decides a node and all below it; gives the histogram back.</summary>
    private void Split(int node, (int From, int To) stretch, double[] histogram, int depth)
    {
        (double gradient, double curvature) = SumOf(histogram);
        double value = -gradient / (curvature + _options.Penalty) * _options.LearningRate;
        (int column, int bin, double gain) = depth == 0 ? (-1, 0, 0) : BestSplit(histogram, gradient, curvature);
        if (column < 0 || gain < MinGain)
        {
            _nodes[node] = TreeNode.Leaf(value);
            _histograms.Push(histogram);
            return;
        }

        int middle = Partition(stretch, column, bin);
        int left = _nodes.Count;
        _nodes.Add(default);
        _nodes.Add(default);
        bool isLeftSmaller = middle - stretch.From <= stretch.To - middle;
        double[] smaller = Rent();
        if (isLeftSmaller) Fill(smaller, stretch.From, middle);
        else Fill(smaller, middle, stretch.To);
        for (int i = 0; i < histogram.Length; i++) histogram[i] -= smaller[i];
        Split(left, (stretch.From, middle), isLeftSmaller ? smaller : histogram, depth - 1);
        Split(left + 1, (middle, stretch.To), isLeftSmaller ? histogram : smaller, depth - 1);
        int leftCount = middle - stretch.From, rightCount = stretch.To - middle;
        double mean = ((_nodes[left].Value * leftCount) + (_nodes[left + 1].Value * rightCount))
            / (leftCount + rightCount);
        _nodes[node] = new TreeNode((short)column, _table.Cut(column, bin), left, mean);
    }

    private (int Column, int Bin, double Gain) BestSplit(double[] histogram, double gradient, double curvature)
    {
        (int Column, int Bin, double Gain) best = (-1, 0, 0);
        double penalty = _options.Penalty;
        double whole = gradient * gradient / (curvature + penalty);
        for (int column = 0; column < _table.Columns; column++)
        {
            if (!_isAsked[column]) continue;
            ReadOnlySpan<double> bins = histogram.AsSpan(column * _options.Bins * 2, _options.Bins * 2);
            double g = 0, h = 0;
            for (int bin = 0; bin < _table.BinCount(column) - 1; bin++)
            {
                g += bins[2 * bin];
                h += bins[(2 * bin) + 1];
                double otherG = gradient - g, otherH = curvature - h;
                if (h < _options.MinLeafWeight || otherH < _options.MinLeafWeight) continue;
                double gain = (g * g / (h + penalty)) + (otherG * otherG / (otherH + penalty)) - whole;
                if (gain > best.Gain) best = (column, bin, gain);
            }
        }

        return best;
    }

    /// <summary>Puts the rows that go left first, each side in its order.</summary>
    private int Partition((int From, int To) stretch, int column, int bin)
    {
        ReadOnlySpan<byte> bins = _table.Column(column);
        int left = stretch.From, right = 0;
        for (int i = stretch.From; i < stretch.To; i++)
        {
            int row = _rows[i];
            if (bins[row] <= bin) _rows[left++] = row;
            else _spare[right++] = row;
        }

        _spare.AsSpan(0, right).CopyTo(_rows.AsSpan(left));
        return left;
    }

    private void Fill(double[] histogram, int from, int to)
    {
        Array.Clear(histogram);
        ReadOnlySpan<int> rows = _rows.AsSpan(from, to - from);
        // Gathered once for all columns.
        for (int i = 0; i < rows.Length; i++)
        {
            _gradients[i] = _gradientOf[rows[i]];
            _curvatures[i] = _curvatureOf[rows[i]];
        }

        for (int column = 0; column < _table.Columns; column++)
        {
            // The first is filled always: sums over it are the node's.
            if (!_isAsked[column] && column != 0) continue;
            Span<double> bins = histogram.AsSpan(column * _options.Bins * 2, _options.Bins * 2);
            ReadOnlySpan<byte> binOf = _table.Column(column);
            for (int i = 0; i < rows.Length; i++)
            {
                int at = 2 * binOf[rows[i]];
                bins[at] += _gradients[i];
                bins[at + 1] += _curvatures[i];
            }
        }
    }

    private (double Gradient, double Curvature) SumOf(double[] histogram)
    {
        double gradient = 0, curvature = 0;
        for (int bin = 0; bin < _table.BinCount(0); bin++)
        {
            gradient += histogram[2 * bin];
            curvature += histogram[(2 * bin) + 1];
        }

        return (gradient, curvature);
    }

    private double[] Rent() =>
        _histograms.TryPop(out double[]? free) ? free : new double[_table.Columns * _options.Bins * 2];
}
