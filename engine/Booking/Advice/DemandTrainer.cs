using Catalog.Engine.Models;
using Catalog.Engine.Models.Anomalies;
using Catalog.Engine.Models.Boosting;
using Catalog.Engine.Models.Tables;

namespace Catalog.Engine.Booking.Advice;

/// <summary>
/// Trains a <see cref="DemandModel"/>: once without the last fifth of the past, to see how far it is off, and once with
/// all of it.
/// </summary>
internal static class DemandTrainer
{
    private const int MinRows = 400;
    private const double LearnedShare = 0.8;
    private const int MinMisses = 60;

    private static readonly BoostOptions Boosting = new()
    {
        MaxTrees = 120, Depth = 5, LearningRate = 0.1, MinLeafWeight = 40, Penalty = 2,
    };

    public static DemandModel Train(SalesHistory history, DemandReplay replay, long nowMs, AdvisorOptions options)
    {
        var random = new SeededRandom(options.Seed);
        replay.Run(options.MaxDemandRows, random);
        (double low, double high) = Thirds(history, replay, nowMs);
        var plain = new DemandModel
        {
            State = replay.State,
            StartedCount = replay.StartedCount,
            Elasticity = replay.Elasticity(),
            LowBelow = low,
            HighFrom = high,
            PriceMix = MixOf(history),
        };
        if (replay.Rows.Count < MinRows) return plain;
        DemandRow[] rows = [.. replay.Rows];
        (DemandScore score, double[][] spreads) = Judge(history, replay, plain, rows, random);
        FeatureTable table = TableOf(replay, rows, rows.Length);
        return Copy(plain, GradientBoostedTrees.Train(table, Boosting, random), spreads, score);
    }

    private static DemandModel Copy(
        DemandModel plain, GradientBoostedTrees trees, double[][] spreads, DemandScore score) => new()
        {
            State = plain.State,
            StartedCount = plain.StartedCount,
            Elasticity = plain.Elasticity,
            LowBelow = plain.LowBelow,
            HighFrom = plain.HighFrom,
            PriceMix = plain.PriceMix,
            Trees = trees,
            Spreads = spreads,
            Score = score,
        };

    private static FeatureTable TableOf(DemandReplay replay, IEnumerable<DemandRow> rows, int count)
    {
        var table = new FeatureTable(DemandState.Columns, Math.Max(1, count));
        foreach (DemandRow row in rows)
            table.TryAdd(row.Numbers, (float)(Math.Log(1 + replay.Sold[row.Show]) - row.FinalLog));
        return table;
    }

    private static (DemandScore Score, double[][] Spreads) Judge(
        SalesHistory history, DemandReplay replay, DemandModel plain, DemandRow[] rows, SeededRandom random)
    {
        long splitMs = rows[(int)(rows.Length * LearnedShare)].NowMs;
        DemandRow[] early = [.. rows.Where(row => history.Shows[row.Show].StartsAtMs < splitMs)];
        if (early.Length < MinRows / 2) return (default, plain.Spreads);
        GradientBoostedTrees trees =
            GradientBoostedTrees.Train(TableOf(replay, early, early.Length), Boosting, random);
        var misses = new List<double>[plain.Spreads.Length];
        for (int i = 0; i < misses.Length; i++) misses[i] = [];
        int right = 0, count = 0;
        double distance = 0, seats = 0;
        int[] classes = new int[3];
        foreach (DemandRow row in rows)
        {
            if (row.NowMs < splitMs) continue;
            ref readonly HistoryShow show = ref history.Shows[row.Show];
            int sold = replay.Sold[row.Show];
            double log = row.FinalLog + trees.Predict(row.Numbers);
            double hours = (show.StartsAtMs - row.NowMs) / (double)ShowSlots.HourMs;
            misses[DemandModel.ReachOf(hours)].Add(Math.Log(1 + sold) - log);
            double said = Math.Min(show.Capacity, Math.Exp(log) - 1);
            DemandClass came = plain.ClassOf(sold / (double)show.Capacity);
            right += plain.ClassOf(said / show.Capacity) == came ? 1 : 0;
            classes[(int)came]++;
            distance += Math.Abs(said - sold);
            seats += sold;
            count++;
        }

        double many = Math.Max(1, count);
        var score = new DemandScore(right / many, classes.Max() / many, seats == 0 ? 0 : distance / seats, count);
        return (score, [.. misses.Select((of, i) => SpreadOf(of, plain.Spreads[i]))]);
    }

    private static double[] SpreadOf(List<double> misses, double[] usual)
    {
        if (misses.Count < MinMisses) return usual;
        double[] sorted = [.. misses.Order()];
        double[] spread = new double[DemandModel.OutcomeCount];
        for (int i = 0; i < spread.Length; i++)
            spread[i] = RobustScore.Quantile(sorted, (i + 1.0) / (DemandModel.OutcomeCount + 1));
        return spread;
    }

    private static (double Low, double High) Thirds(SalesHistory history, DemandReplay replay, long nowMs)
    {
        var shares = new List<double>();
        for (int show = 0; show < history.Shows.Length && history.Shows[show].StartsAtMs < nowMs; show++)
        {
            if (history.Shows[show].IsCancelled) continue;
            shares.Add(replay.Sold[show] / (double)Math.Max(1, history.Shows[show].Capacity));
        }

        var usual = new DemandModel { State = replay.State };
        if (shares.Count < 30) return (usual.LowBelow, usual.HighFrom);
        double[] sorted = [.. shares.Order()];
        return (RobustScore.Quantile(sorted, 1 / 3.0), RobustScore.Quantile(sorted, 2 / 3.0));
    }

    private static double MixOf(SalesHistory history)
    {
        double paid = 0, atBase = 0;
        foreach (HistorySale sale in history.Sales)
        {
            paid += sale.Cents;
            atBase += (double)sale.Party * history.Shows[sale.Show].BaseCents;
        }

        return atBase <= 0 || paid <= 0 ? 1 : paid / atBase;
    }
}
