using Catalog.Engine.Models.Boosting;

namespace Catalog.Engine.Booking.Advice;

/// <summary>
/// Says what a showtime will have sold in the end: what is usual for slot, theater and film, held against what is sold
/// already, put right by boosted trees. Immutable, thread-safe.
/// </summary>
/// <remarks>Asking is O(trees × depth).</remarks>
internal sealed class DemandModel
{
    /// <summary>Ways a forecast may turn out.</summary>
    public const int OutcomeCount = 9;

    // Too little to tell classes apart by.
    private const double UsualLow = 0.15;
    private const double UsualHigh = 0.4;
    private const int FewStarted = 60;
    private const int ManyStarted = 600;
    private static readonly double[] UsualSpread = [-1.2, -0.7, -0.4, -0.2, 0, 0.2, 0.4, 0.7, 1.2];

    public required DemandState State { get; init; }

    /// <summary>Null when there was too little to grow any.</summary>
    public GradientBoostedTrees? Trees { get; init; }

    /// <summary>Showtimes it has learned from.</summary>
    public int StartedCount { get; init; }

    public PriceElasticity Elasticity { get; init; } = PriceElasticity.Usual;

    public DemandScore Score { get; init; }

    /// <summary>Below this occupancy a showtime is of the low class.</summary>
    public double LowBelow { get; init; } = UsualLow;

    /// <summary>From this occupancy on a showtime is of the high class.</summary>
    public double HighFrom { get; init; } = UsualHigh;

    /// <summary>What a seat costs on average against the base price.</summary>
    public double PriceMix { get; init; } = 1;

    /// <summary>How far forecasts were off, in logarithms: nine quantiles for each reach.</summary>
    public double[][] Spreads { get; init; } = [UsualSpread, UsualSpread, UsualSpread, UsualSpread];

    /// <summary>Which of the spreads holds so long before.</summary>
    public static int ReachOf(double hours) => hours switch { < 8 => 0, < 36 => 1, < 100 => 2, _ => 3 };

    public DemandClass ClassOf(double occupancy) =>
        occupancy < LowBelow ? DemandClass.Low : occupancy < HighFrom ? DemandClass.Medium : DemandClass.High;

    /// <summary>The logarithm of one and the seats sold in the end: the median.</summary>
    public double PredictLog(ReadOnlySpan<float> row, double finalLog) =>
        Trees is null ? finalLog : finalLog + Trees.Predict(row);

    public ShowForecast Predict(in ShowQuestion ask)
    {
        ShowEffects effects = State.EffectsOf(ask.Film, ask.Theater, ask.Genre, ask.StartsAtMs, ask.NowMs);
        double final = State.Final(in ask, in effects);
        Span<float> row = stackalloc float[DemandState.Columns];
        State.Fill(in ask, in effects, final, row);
        double finalLog = Math.Log(1 + final);
        bool isOver = ask.StartsAtMs <= ask.NowMs;
        double log = isOver ? finalLog : PredictLog(row, finalLog);
        double most = Math.Max(ask.Sold, ask.Capacity), sum = 0;
        double beyond = Math.Log(1 + State.Wanted(in ask, in effects)) - finalLog;
        double[] outcomes = new double[OutcomeCount], wanted = new double[OutcomeCount];
        double[] spread = Spreads[ReachOf(ask.HoursUntil)];
        for (int i = 0; i < OutcomeCount; i++)
        {
            double seats = isOver ? ask.Sold : Math.Exp(log + spread[i]) - 1;
            sum += outcomes[i] = Math.Clamp(seats, ask.Sold, most);
            wanted[i] = isOver ? ask.Sold : Math.Max(ask.Sold, Math.Exp(log + beyond + spread[i]) - 1);
        }

        double median = Math.Clamp(Math.Exp(log) - 1, ask.Sold, most);
        double occupancy = median / Math.Max(1, ask.Capacity);
        return new ShowForecast
        {
            ExpectedSeats = sum / OutcomeCount,
            MedianSeats = median,
            LowSeats = outcomes[0],
            HighSeats = outcomes[^1],
            Occupancy = occupancy,
            Class = ClassOf(occupancy),
            Confidence = ConfidenceOf(outcomes, median),
            Factors = FactorsOf(in effects, finalLog, log),
            UsualSeats = Math.Exp(effects.Usual) - 1,
            Wanted = wanted,
        };
    }

    private Confidence ConfidenceOf(double[] outcomes, double median)
    {
        if (StartedCount < FewStarted) return Confidence.Low;
        double width = (outcomes[^1] - outcomes[0]) / Math.Max(4, median);
        if (width > 2.5) return Confidence.Low;
        return width < 1 && StartedCount >= ManyStarted ? Confidence.High : Confidence.Medium;
    }

    private static DemandFactor[] FactorsOf(in ShowEffects effects, double finalLog, double log) =>
    [
        new DemandFactor("slot", Math.Exp(effects.Slot)),
        new DemandFactor("theater", Math.Exp(effects.Theater)),
        new DemandFactor("film", Math.Exp(effects.Film)),
        new DemandFactor("trend", Math.Exp(effects.Trend)),
        new DemandFactor("sales", Math.Exp(finalLog - effects.Log)),
        new DemandFactor("learned", Math.Exp(log - finalLog)),
    ];
}
