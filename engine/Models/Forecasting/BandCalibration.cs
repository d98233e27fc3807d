using Catalog.Engine.Models.Anomalies;

namespace Catalog.Engine.Models.Forecasting;

/// <summary>
/// Makes bands of a method's misses at past moments, and finds by how much such bands were too narrow.
/// <code>
/// misses before ──► band ─┐
///                         ├─► stretch that would just have held ──► its quantile at the level
/// misses at the next ─────┘
/// </code>
/// </summary>
/// <remarks>
/// Quantiles of errors that overlap, that a method was chosen by, and of a calmer past, are too small. So the band is
/// drawn again at each past moment from what was known then, and held against what came: the quantile of the stretches
/// it would have needed is that of split conformal prediction with a multiplicative score (Lei et al. 2018; Romano,
/// Patterson and Candès 2019), in the order of time as for series (Xu and Xie 2021). O(origins² × horizon × log). Pure.
/// </remarks>
internal static class BandCalibration
{
    /// <summary>Moments a first band is drawn from; fewer say nothing of tails.</summary>
    private const int FewestOrigins = 4;

    /// <summary>Stretches below this many say nothing.</summary>
    private const int FewestStretches = 12;

    /// <summary>Neighbouring steps, whose misses are much like a step's own.</summary>
    private const int Neighbours = 3;

    private const double LeastStretch = 0.8;
    private const double MostStretch = 3;

    /// <summary>By how much bands of the misses known then should have been wider; 1 if that is not known.</summary>
    /// <param name="origins">The moments, the latest first.</param>
    /// <param name="misses">Of each moment, the relative miss at each step.</param>
    /// <param name="options">How likely the band is to hold.</param>
    public static double StretchOf(int[] origins, double[][] misses, ForecastOptions options)
    {
        var needed = new List<double>();
        int first = int.MaxValue, end = 0;
        for (int now = 0; now < origins.Length; now++)
        {
            double[][] known = KnownAt(origins, misses, now);
            if (known.Length < FewestOrigins) continue;
            (first, end) = (Math.Min(first, origins[now]), Math.Max(end, origins[now] + misses[now].Length));
            (double Below, double Above)[] band = Of(known, options);
            for (int h = 0; h < misses[now].Length; h++)
            {
                double miss = misses[now][h], side = miss < 0 ? band[h].Below : band[h].Above;
                needed.Add(side == 0 ? miss == 0 ? 0 : MostStretch : miss / side);
            }
        }

        if (needed.Count < FewestStretches) return 1;
        needed.Sort();
        double[] sorted = [.. needed];
        // The same values are looked at from several moments: the correction for few trials is for so many values.
        int values = end - first;
        double level = Math.Min(1, Math.Ceiling((values + 1) * options.Level) / values);
        return Math.Clamp(RobustScore.Quantile(sorted, level), LeastStretch, MostStretch);
    }

    /// <summary>How far below and above a forecast a band reaches at each step, never narrower further ahead.</summary>
    public static (double Below, double Above)[] Of(double[][] misses, ForecastOptions options)
    {
        var band = new (double Below, double Above)[options.Horizon];
        double below = 0, above = 0;
        var near = new List<double>();
        for (int h = 0; h < options.Horizon; h++)
        {
            near.Clear();
            foreach (double[] line in misses)
            {
                int last = Math.Min(line.Length - 1, h + Neighbours);
                for (int other = Math.Max(0, h - Neighbours); other <= last; other++) near.Add(line[other]);
            }

            if (near.Count > 0)
            {
                near.Sort();
                double[] sorted = [.. near];
                // A little further out than the share says, for the errors are only those of so many trials.
                double tail = Math.Max(0, ((1 - options.Level) / 2) - (1.0 / sorted.Length));
                below = Math.Min(below, RobustScore.Quantile(sorted, tail));
                above = Math.Max(above, RobustScore.Quantile(sorted, 1 - tail));
            }

            band[h] = (below, above);
        }

        return band;
    }

    // Of earlier moments, what had come by the one that is looked at.
    private static double[][] KnownAt(int[] origins, double[][] misses, int now)
    {
        var known = new List<double[]>();
        for (int earlier = now + 1; earlier < origins.Length; earlier++)
        {
            int steps = Math.Min(misses[earlier].Length, origins[now] - origins[earlier]);
            if (steps > 0) known.Add(misses[earlier][..steps]);
        }

        return [.. known];
    }
}
