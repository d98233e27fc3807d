namespace Catalog.Engine.Leaderboards.Insights;

/// <summary>Results in a group and out of it: counts, means, variances.</summary>
// mutable: games are added one by one
internal struct GroupedGames
{
    private double _sum;
    private double _squares;
    private double _otherSum;
    private double _otherSquares;

    /// <summary>Games in the group.</summary>
    public int Count { get; private set; }

    /// <summary>Games out of it.</summary>
    public int OtherCount { get; private set; }

    /// <summary>The mean in the group.</summary>
    public readonly double Mean => _sum / Count;

    /// <summary>The mean out of it.</summary>
    public readonly double OtherMean => _otherSum / OtherCount;

    /// <summary>The standard error of the difference of both means (Welch 1947).</summary>
    public readonly double Error => Math.Sqrt(
        (Variance(_sum, _squares, Count) / Count) + (Variance(_otherSum, _otherSquares, OtherCount) / OtherCount));

    /// <summary>Adds a game. O(1).</summary>
    public void Add(double result, bool isInGroup)
    {
        if (isInGroup)
        {
            Count++;
            _sum += result;
            _squares += result * result;
            return;
        }

        OtherCount++;
        _otherSum += result;
        _otherSquares += result * result;
    }

    private static double Variance(double sum, double squares, int count) =>
        Math.Max(0, (squares - (sum * sum / count)) / (count - 1));
}
