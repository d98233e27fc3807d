namespace Catalog.Engine.Models.Forecasting;

/// <summary>A series to be carried on, and what is known of its future.</summary>
/// <remarks>A view; valid as long as what it was made of.</remarks>
public readonly ref struct ForecastTask
{
    /// <summary>Makes a task.</summary>
    /// <param name="history">What was, evenly spaced, the latest last.</param>
    /// <param name="known">
    /// Numbers known beforehand for each step of the history and then of the future (a holiday, shows planned), a row a
    /// step; empty when there are none.
    /// </param>
    /// <param name="knownColumns">Numbers in a row of <paramref name="known"/>.</param>
    public ForecastTask(ReadOnlySpan<double> history, ReadOnlySpan<double> known = default, int knownColumns = 0)
    {
        History = history;
        Known = known;
        KnownColumns = knownColumns;
    }

    /// <summary>What was.</summary>
    public ReadOnlySpan<double> History { get; }

    /// <summary>
    /// What really was, as long as <see cref="History"/>, where that was cleaned of what is not to be repeated: bands
    /// are held against it, for such things come again. Empty when the history is what was.
    /// </summary>
    public ReadOnlySpan<double> Raw { get; init; }

    /// <summary>What is known beforehand, a row a step.</summary>
    public ReadOnlySpan<double> Known { get; }

    /// <summary>Numbers in a row of <see cref="Known"/>.</summary>
    public int KnownColumns { get; }

    /// <summary>The row of a step, counted from the beginning of the history. O(1).</summary>
    public ReadOnlySpan<double> KnownAt(int step) => Known.Slice(step * KnownColumns, KnownColumns);

    /// <summary>The same task as it stood when only so many steps had been. O(1).</summary>
    public ForecastTask Until(int steps) => new(History[..steps], Known, KnownColumns);
}
