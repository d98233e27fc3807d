using Catalog.Engine.Models.Tables;

namespace Catalog.Engine.Models.Forecasting;

/// <summary>
/// Regression of a series' logarithm on its trend, the phase of its season and whatever is known beforehand, older
/// steps counting less; what it was lately off by is carried on and fades.
/// <code>
/// log(1 + y) = b0 + b1 t + season[t mod period] + Σ c·known + rest,     rest(t+h) ≈ φ^h rest
/// </code>
/// </summary>
/// <remarks>
/// Discounted least squares: Brown, Smoothing, Forecasting and Prediction, 1963; regression with errors that persist:
/// Hyndman and Athanasopoulos, 10. O(history × k²), k = period + known + 2.
/// </remarks>
/// <param name="period">The length of the season.</param>
/// <param name="halfLife">Steps after which a step counts half.</param>
public sealed class CalendarRegression(int period, double halfLife) : IForecastMethod
{
    private const double Persistence = 0.75;
    private const double Penalty = 0.5;

    /// <inheritdoc/>
    public string Name => "calendar regression";

    /// <inheritdoc/>
    public int MinHistory => 3 * period;

    /// <inheritdoc/>
    public void Forecast(in ForecastTask task, Span<double> into)
    {
        int length = task.History.Length;
        int columns = 2 + period + task.KnownColumns;
        var equations = new NormalEquations(columns);
        double[] row = new double[columns];
        for (int t = 0; t < length; t++)
        {
            Fill(in task, t, row);
            double weight = Math.Pow(0.5, (length - 1 - t) / halfLife);
            equations.Add(row, Math.Log(1 + Math.Max(0, task.History[t])), weight);
        }

        double[] penalties = new double[columns];
        Array.Fill(penalties, Penalty);
        penalties[0] = 0;
        double[] coefficients = new double[columns];
        equations.Solve(penalties, coefficients);
        double rest = RestOf(in task, row, coefficients);
        for (int h = 0; h < into.Length; h++)
        {
            Fill(in task, length + h, row);
            rest *= Persistence;
            into[h] = Math.Max(0, Math.Exp(Dense.Dot(row, coefficients) + rest) - 1);
        }
    }

    private static double Lately(int stepsAgo) => Math.Pow(0.6, stepsAgo);

    private double RestOf(in ForecastTask task, double[] row, double[] coefficients)
    {
        double sum = 0, weights = 0;
        for (int ago = 0; ago < period && ago < task.History.Length; ago++)
        {
            int t = task.History.Length - 1 - ago;
            Fill(in task, t, row);
            double miss = Math.Log(1 + Math.Max(0, task.History[t])) - Dense.Dot(row, coefficients);
            sum += Lately(ago) * miss;
            weights += Lately(ago);
        }

        return sum / weights;
    }

    private void Fill(in ForecastTask task, int t, Span<double> row)
    {
        row.Clear();
        row[0] = 1;
        // Scaled, so that the penalty means the same to every column.
        row[1] = t / 100.0;
        row[2 + (t % period)] = 1;
        if (task.KnownColumns > 0) task.KnownAt(t).CopyTo(row[(2 + period)..]);
    }
}
