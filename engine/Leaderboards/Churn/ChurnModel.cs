using Catalog.Engine.Models;
using Catalog.Engine.Models.Anomalies;
using Catalog.Engine.Models.Boosting;
using Catalog.Engine.Models.Tables;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards.Churn;

/// <summary>
/// How likely somebody is to be gone in a week: not to play for a fortnight that begins seven days from now.
/// <code>
///  six weeks of play ─► row      │ 7 days │ a fortnight without a game: gone │
/// ───────────────────────────── now ────────────────────────────────────────►
/// </code>
/// </summary>
/// <remarks>
/// <see cref="GradientBoostedTrees"/> on days and games of six weeks. The same rows give the same model. Immutable,
/// thread-safe.
/// </remarks>
public sealed class ChurnModel
{
    /// <summary>Days ahead.</summary>
    public const int AheadDays = 7;

    /// <summary>Days without a game that are called gone.</summary>
    public const int GoneDays = 14;

    /// <summary>Rows a model is trained on at least.</summary>
    public const int FewestRows = 400;

    private const int WireVersion = 1;
    private const ulong Seed = 1;
    private const int Folds = 5;

    // The alarm is to reach so many of all who go, those included who go from one day to another.
    private const double FoundShare = 0.8;
    private readonly GradientBoostedTrees _trees;

    private ChurnModel(GradientBoostedTrees trees, double alarm, double baseRate)
    {
        (_trees, AlarmFrom, BaseRate) = (trees, alarm, baseRate);
    }

    /// <summary>From this probability on somebody is called at risk.</summary>
    public double AlarmFrom { get; }

    /// <summary>The share that goes in a usual week.</summary>
    public double BaseRate { get; }

    /// <summary>Adds what is known of somebody's past, as an example. O(window).</summary>
    /// <param name="trace">The player.</param>
    /// <param name="today">Today, days since 1970; what is learned from lies three weeks back.</param>
    /// <param name="table">Where it goes.</param>
    /// <returns>False when there is not enough to learn from, or no room.</returns>
    internal static bool TryAddExample(in ActivityTrace trace, int today, FeatureTable table)
    {
        int then = today - AheadDays - GoneDays;
        if (!ActivityFeatures.IsEstablished(trace, then)) return false;
        Span<float> row = stackalloc float[ActivityFeatures.Columns];
        ActivityFeatures.Fill(trace, then, row);
        int games = 0;
        for (int back = 0; back < GoneDays; back++) games += trace.GamesOn(today, back);
        return table.TryAdd(row, games == 0 ? 1 : 0);
    }

    /// <summary>Trains on four rows of five; the fifth says where the alarm begins. O(trees × rows).</summary>
    /// <param name="table">Examples.</param>
    /// <returns>Null when they are too few, or hardly anybody went.</returns>
    internal static ChurnModel? Train(FeatureTable table)
    {
        if (table.Rows < FewestRows) return null;
        var learned = new FeatureTable(ActivityFeatures.Columns, table.Rows);
        var gone = new List<double>();
        int all = 0;
        for (int row = 0; row < table.Rows; row++)
        {
            all += table.Targets[row] > 0.5f ? 1 : 0;
            if (row % Folds != 0) learned.TryAdd(table.Row(row), table.Targets[row]);
        }

        if (all < FewestRows / 20 || all == table.Rows) return null;
        var options = new BoostOptions { Loss = BoostLoss.Logistic, Depth = 4, LearningRate = 0.08 };
        var trees = GradientBoostedTrees.Train(learned, options, new SeededRandom(Seed));
        for (int row = 0; row < table.Rows; row += Folds)
            if (table.Targets[row] > 0.5f) gone.Add(trees.Predict(table.Row(row)));
        gone.Sort();
        double alarm = gone.Count == 0 ? 0.5 : RobustScore.Quantile(gone.ToArray(), 1 - FoundShare);
        return new ChurnModel(trees, alarm, all / (double)table.Rows);
    }

    /// <summary>The probability that somebody is gone in a week. O(trees × depth), nothing allocated.</summary>
    /// <param name="trace">The player.</param>
    /// <param name="today">Today, days since 1970.</param>
    /// <returns>NaN when there is not enough to say.</returns>
    internal double Predict(in ActivityTrace trace, int today)
    {
        if (!ActivityFeatures.IsEstablished(trace, today)) return double.NaN;
        Span<float> row = stackalloc float[ActivityFeatures.Columns];
        ActivityFeatures.Fill(trace, today, row);
        return _trees.Predict(row);
    }

    /// <summary>Encodes it.</summary>
    public void Save(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(4);
        writer.Write(WireVersion);
        writer.Write(AlarmFrom);
        writer.Write(BaseRate);
        _trees.Save(ref writer);
    }

    /// <summary>Decodes what <see cref="Save"/> wrote.</summary>
    /// <exception cref="MessagePackFormatException">The bytes are no such model.</exception>
    public static ChurnModel Load(ref MessagePackReader reader)
    {
        bool isKnown = reader.ReadArrayHeader() == 4 && reader.ReadInt32() == WireVersion;
        ModelWire.Require(isKnown, "Not a model of churn.");
        double alarm = reader.ReadDouble(), rate = reader.ReadDouble();
        GradientBoostedTrees trees = GradientBoostedTrees.Load(ref reader);
        ModelWire.Require(trees.Columns == ActivityFeatures.Columns, "A model of churn that does not add up.");
        return new ChurnModel(trees, alarm, rate);
    }
}
