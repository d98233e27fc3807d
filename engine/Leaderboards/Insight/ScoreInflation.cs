namespace Catalog.Engine.Leaderboards;

/// <summary>Finds out whether scores rise: a cumulative sum of what is above the usual.</summary>
/// <remarks>
/// Page, "Continuous Inspection Schemes", Biometrika 1954. The logarithm of each day's average is held against the
/// median of the first four weeks, in robust deviations of the same weeks; what is above by more than
/// <see cref="Slack"/> adds up, and beyond <see cref="Limit"/> it is no chance any more. The change is dated to the day
/// the sum last was nothing. O(days log days). Pure, thread-safe.
/// </remarks>
public static class ScoreInflation
{
    /// <summary>Days that say what is usual, at least.</summary>
    public const int FewestBaseDays = 14;

    /// <summary>Days that say what is usual, at most.</summary>
    public const int MostBaseDays = 28;

    /// <summary>Deviations above the usual that are let pass each day.</summary>
    public const double Slack = 0.75;

    /// <summary>Deviations that must add up.</summary>
    public const double Limit = 6;

    // Below a thousandth nobody cares, and days alike would make everything else remarkable.
    private const double LeastDeviation = 0.001;

    // Between a standard deviation and a median absolute one of a normal distribution.
    private const double NormalFactor = 1.4826;

    /// <summary>Looks at the averages of consecutive days.</summary>
    /// <param name="averages">The earliest first; not a number where there is none.</param>
    public static InflationFinding Assess(ReadOnlySpan<double> averages)
    {
        double[] logs = new double[averages.Length];
        int known = 0;
        for (int i = 0; i < logs.Length; i++)
        {
            logs[i] = averages[i] > 0 ? Math.Log(averages[i]) : double.NaN;
            if (!double.IsNaN(logs[i])) known++;
        }

        int baseDays = Math.Min(MostBaseDays, known / 2);
        if (baseDays < FewestBaseDays) return InflationFinding.None;
        (double usual, double deviation, int first) = BaseOf(logs, baseDays);
        double sum = 0, rise = 0;
        int since = -1, days = 0;
        for (int i = first; i < logs.Length; i++)
        {
            if (double.IsNaN(logs[i])) continue;
            double above = logs[i] - usual;
            sum = Math.Max(0, sum + (above / deviation) - Slack);
            if (sum == 0)
            {
                (since, rise, days) = (-1, 0, 0);
                continue;
            }

            if (since < 0) since = i;
            rise += above;
            days++;
        }

        return new InflationFinding(
            true, sum > Limit, sum, since, days == 0 ? 0 : Math.Exp(rise / days) - 1, Math.Exp(usual));
    }

    /// <summary>The usual, its deviation, and the first day behind the days it comes from.</summary>
    private static (double Usual, double Deviation, int First) BaseOf(double[] logs, int baseDays)
    {
        double[] values = new double[baseDays];
        int first = 0;
        for (int count = 0; count < baseDays; first++)
            if (!double.IsNaN(logs[first])) values[count++] = logs[first];
        double usual = MedianOf(values);
        for (int i = 0; i < values.Length; i++) values[i] = Math.Abs(values[i] - usual);
        return (usual, Math.Max(LeastDeviation, NormalFactor * MedianOf(values)), first);
    }

    private static double MedianOf(double[] values)
    {
        Array.Sort(values);
        int middle = values.Length / 2;
        return values.Length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
