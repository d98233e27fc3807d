namespace Catalog.Engine.Booking.Advice;

/// <summary>Which share of a showtime's sales is made so many hours before it starts, or earlier. Immutable.</summary>
internal sealed class SalesCurve
{
    private const int Buckets = 96;
    private const double MaxHours = 24 * 30;
    private const int MinSales = 200;

    // Finer towards the start: bucket = Buckets × sqrt(hours / MaxHours).
    private readonly double[] _shares;

    private SalesCurve(double[] shares) => _shares = shares;

    /// <summary>
    /// What is assumed before enough was sold: a third on the day, the others three days before on average.
    /// </summary>
    public static SalesCurve Usual { get; } = new(
        [.. Enumerable.Range(0, Buckets + 1).Select(static bucket =>
        {
            double days = HoursAt(bucket) / 24;
            return (0.35 * Math.Max(0, 1 - (days / 0.5))) + (0.65 * Math.Exp(-days / 3));
        })]);

    /// <summary>Counts what was sold of showtimes that have started. O(sales).</summary>
    public static SalesCurve Learn(SalesHistory history, long nowMs)
    {
        double[] seats = new double[Buckets + 1];
        int count = 0;
        foreach (HistorySale sale in history.Sales)
        {
            long startMs = history.Shows[sale.Show].StartsAtMs;
            if (startMs >= nowMs || sale.TimeMs >= nowMs) continue;
            double hours = Math.Max(0, startMs - sale.TimeMs) / (double)ShowSlots.HourMs;
            seats[Math.Min(Buckets, (int)(Buckets * Math.Sqrt(hours / MaxHours)))] += sale.Party;
            count++;
        }

        if (count < MinSales) return Usual;
        double all = seats.Sum(), earlier = 0;
        double[] shares = new double[Buckets + 1];
        for (int bucket = Buckets; bucket >= 0; bucket--) shares[bucket] = (earlier += seats[bucket]) / all;
        return new SalesCurve(shares);
    }

    /// <summary>The share sold so many hours before the start, or earlier. O(1).</summary>
    public double ShareBefore(double hours)
    {
        double at = Buckets * Math.Sqrt(Math.Min(hours, MaxHours) / MaxHours);
        int bucket = Math.Min((int)at, Buckets - 1);
        double inside = at - bucket;
        return ((1 - inside) * _shares[bucket]) + (inside * _shares[bucket + 1]);
    }

    private static double HoursAt(int bucket) => MaxHours * bucket / Buckets * bucket / Buckets;
}
