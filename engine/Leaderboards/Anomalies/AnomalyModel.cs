using Catalog.Engine.Models;
using Catalog.Engine.Models.Anomalies;
using Catalog.Engine.Models.Tables;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards.Anomalies;

/// <summary>
/// How unusual play is among all players', learned without examples of cheating.
/// <code>
/// features ─► robust z each: (x − median) / (90th percentile − median) · 1.28 ─► evidence of each pattern ─┐
///          └► isolation forest: how few cuts set the whole apart ─► the same z ──────────────────────────────┴► 0 … 1
/// </code>
/// One feature far out is evidence of a pattern; many that are each a little out are what the forest sees.
/// </summary>
/// <remarks>
/// Isolation forest: Liu, Ting and Zhou 2008; robust z-scores: Iglewicz and Hoaglin 1993. Training is O(rows log rows),
/// judging O(trees × log sample) without allocation. The same rows and seed give the same model. Immutable,
/// thread-safe.
/// </remarks>
public sealed class AnomalyModel
{
    /// <summary>Players a model is trained on at least.</summary>
    public const int FewestRows = 500;

    private const int WireVersion = 1;
    private const ulong Seed = 1;
    private const double NinetyPercent = 1.2816;
    private const double LeastSpread = 0.03;
    private const double OrdinaryBelow = 0.5;
    private const double WorthSaying = 2.5;
    private readonly IsolationForest _forest;
    private readonly double[] _middles;
    private readonly double[] _spreads;

    private AnomalyModel(IsolationForest forest, double[] middles, double[] spreads)
    {
        (_forest, _middles, _spreads) = (forest, middles, spreads);
    }

    // The forest's own score is a column more.
    private static int Columns => PlayTrace.Features + 1;

    /// <summary>Trains on how all play. O(rows log rows).</summary>
    /// <param name="table">A row a player.</param>
    /// <returns>Null when they are too few to be unusual among.</returns>
    internal static AnomalyModel? Train(FeatureTable table)
    {
        if (table.Rows < FewestRows) return null;
        IsolationForest forest = IsolationForest.Train(table, null, new SeededRandom(Seed));
        double[] middles = new double[Columns], spreads = new double[Columns], values = new double[table.Rows];
        for (int column = 0; column < Columns; column++)
        {
            for (int row = 0; row < values.Length; row++)
                values[row] = column < table.Columns ? table.Row(row)[column] : forest.Score(table.Row(row));
            Array.Sort(values);
            middles[column] = RobustScore.Quantile(values, 0.5);
            double gap = RobustScore.Quantile(values, 0.9) - middles[column];
            spreads[column] = Math.Max(LeastSpread, gap / NinetyPercent);
        }

        return new AnomalyModel(forest, middles, spreads);
    }

    /// <summary>Says how unusual somebody plays. O(trees × log sample), nothing allocated.</summary>
    /// <param name="trace">What is remembered of the play.</param>
    internal AnomalyVerdict Judge(in PlayTrace trace)
    {
        if (trace.Games < PlayTrace.FewestGames) return default;
        Span<float> features = stackalloc float[PlayTrace.Features];
        Span<double> scores = stackalloc double[Columns];
        trace.Describe(features);
        for (int i = 0; i < features.Length; i++) scores[i] = (features[i] - _middles[i]) / _spreads[i];
        AnomalyEvidence evidence = AnomalyEvidence.Of(scores);
        // Nine in ten are so ordinary that the forest cannot make them anything else.
        if (evidence.Strength < OrdinaryBelow) return evidence.Verdict(0);
        return evidence.Verdict((_forest.Score(features) - _middles[^1]) / _spreads[^1]);
    }

    /// <summary>Says what is unusual in how somebody plays, the most unusual first. Allocates.</summary>
    /// <param name="trace">What is remembered of the play.</param>
    /// <param name="most">How many reasons at most.</param>
    internal IReadOnlyList<AnomalyReason> Explain(in PlayTrace trace, int most = 4)
    {
        Span<float> features = stackalloc float[PlayTrace.Features];
        trace.Describe(features);
        var reasons = new List<AnomalyReason>();
        for (int i = 0; i < features.Length; i++)
        {
            double deviations = (features[i] - _middles[i]) / _spreads[i];
            if (deviations >= WorthSaying)
                reasons.Add(AnomalyReason.Of((PlayFeature)i, deviations, features[i], _middles[i]));
        }

        reasons.Sort(static (left, right) => right.Deviations.CompareTo(left.Deviations));
        if (reasons.Count > most) reasons.RemoveRange(most, reasons.Count - most);
        return reasons;
    }

    /// <summary>Encodes it.</summary>
    public void Save(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(4);
        writer.Write(WireVersion);
        _forest.Save(ref writer);
        ModelWire.Write(ref writer, _middles);
        ModelWire.Write(ref writer, _spreads);
    }

    /// <summary>Decodes what <see cref="Save"/> wrote.</summary>
    /// <exception cref="MessagePackFormatException">The bytes are no such model.</exception>
    public static AnomalyModel Load(ref MessagePackReader reader)
    {
        bool isKnown = reader.ReadArrayHeader() == 4 && reader.ReadInt32() == WireVersion;
        ModelWire.Require(isKnown, "Not a model of anomalies.");
        IsolationForest forest = IsolationForest.Load(ref reader);
        double[] middles = ModelWire.ReadDoubles(ref reader), spreads = ModelWire.ReadDoubles(ref reader);
        bool isWhole = forest.Columns == PlayTrace.Features && middles.Length == Columns && spreads.Length == Columns;
        ModelWire.Require(isWhole && !spreads.Contains(0), "A model of anomalies that does not add up.");
        return new AnomalyModel(forest, middles, spreads);
    }
}
