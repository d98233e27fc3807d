namespace Catalog.Engine.Models.Tables;

/// <summary>How good predicted probabilities are, held against what happened. Pure functions.</summary>
public static class ClassifierScore
{
    private const double Least = 1e-7;

    /// <summary>
    /// How likely a positive is ranked before a negative: the area under the ROC curve, by ranks (Hanley and McNeil
    /// 1982); ties count half. 0.5 is chance, 1 is perfect. O(n log n).
    /// </summary>
    /// <returns>NaN when there are only positives or only negatives.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double AreaUnderCurve(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> outcomes)
    {
        Check(probabilities, outcomes);
        double[] sorted = probabilities.ToArray();
        bool[] happened = outcomes.ToArray();
        Array.Sort(sorted, happened);
        double rankSum = 0;
        long positives = 0;
        for (int from = 0, to; from < sorted.Length; from = to)
        {
            to = from;
            int tied = 0;
            for (; to < sorted.Length && sorted[to] == sorted[from]; to++) tied += happened[to] ? 1 : 0;
            rankSum += tied * (from + 1 + to) / 2.0;
            positives += tied;
        }

        long negatives = sorted.Length - positives;
        if (positives == 0 || negatives == 0) return double.NaN;
        return (rankSum - (positives * (positives + 1) / 2.0)) / ((double)positives * negatives);
    }

    /// <summary>The mean negative log-likelihood, in nats: 0 is perfect. O(n).</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double LogLoss(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> outcomes)
    {
        Check(probabilities, outcomes);
        double sum = 0;
        for (int i = 0; i < outcomes.Length; i++)
        {
            double probability = Math.Clamp(probabilities[i], Least, 1 - Least);
            sum -= Math.Log(outcomes[i] ? probability : 1 - probability);
        }

        return sum / Math.Max(1, outcomes.Length);
    }

    /// <summary>The mean squared difference between probability and outcome (Brier 1950): 0 is perfect. O(n).</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double Brier(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> outcomes)
    {
        Check(probabilities, outcomes);
        double sum = 0;
        for (int i = 0; i < outcomes.Length; i++)
        {
            double miss = probabilities[i] - (outcomes[i] ? 1 : 0);
            sum += miss * miss;
        }

        return sum / Math.Max(1, outcomes.Length);
    }

    /// <summary>
    /// How far probabilities are from frequencies on average, over ten bins of equal width: the expected calibration
    /// error (Naeini and others 2015). O(n).
    /// </summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double CalibrationError(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> outcomes)
    {
        const int Bins = 10;
        Check(probabilities, outcomes);
        Span<double> gaps = stackalloc double[Bins];
        gaps.Clear();
        for (int i = 0; i < outcomes.Length; i++)
        {
            int bin = Math.Clamp((int)(probabilities[i] * Bins), 0, Bins - 1);
            gaps[bin] += probabilities[i] - (outcomes[i] ? 1 : 0);
        }

        double sum = 0;
        foreach (double gap in gaps) sum += Math.Abs(gap);
        return sum / Math.Max(1, outcomes.Length);
    }

    private static void Check(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> outcomes)
    {
        if (probabilities.Length != outcomes.Length)
            throw new ArgumentException("There is an outcome to each probability.", nameof(outcomes));
    }
}
