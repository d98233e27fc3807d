namespace Catalog.Engine.Booking.Advice;

/// <summary>
/// How many are drawn to a showtime by its time of the week and its theater alone: 1 is as many as on average.
/// Immutable.
/// </summary>
internal sealed class ShowPull
{
    // As if so many showtimes had sold as usual.
    private const double Doubt = 5;
    private readonly double[] _slots = new double[ShowSlots.Count];
    private readonly double[] _theaters;

    /// <summary>Counts the sales of showtimes that have started. O(sales).</summary>
    public ShowPull(SalesHistory history, long nowMs)
    {
        double[] slotShows = new double[ShowSlots.Count];
        double[] theaterShows = new double[history.House.Theaters.Count];
        _theaters = new double[theaterShows.Length];
        double shows = 0, sales = 0;
        foreach (HistoryShow show in history.Shows)
        {
            if (show.StartsAtMs >= nowMs || show.IsCancelled) continue;
            slotShows[ShowSlots.Of(show.StartsAtMs)]++;
            theaterShows[show.Theater]++;
            shows++;
        }

        foreach (HistorySale sale in history.Sales)
        {
            HistoryShow show = history.Shows[sale.Show];
            if (show.StartsAtMs >= nowMs || show.IsCancelled) continue;
            _slots[ShowSlots.Of(show.StartsAtMs)]++;
            _theaters[show.Theater]++;
            sales++;
        }

        double usual = sales == 0 ? 1 : sales / shows;
        Settle(_slots, slotShows, usual);
        Settle(_theaters, theaterShows, usual);
    }

    /// <summary>The pull of a time and a theater, by number or -1.</summary>
    public double Of(long startsAtMs, int theater) =>
        _slots[ShowSlots.Of(startsAtMs)] * (theater < 0 ? 1 : _theaters[theater]);

    private static void Settle(double[] sales, double[] shows, double usual)
    {
        for (int i = 0; i < sales.Length; i++)
            sales[i] = (sales[i] + (Doubt * usual)) / (shows[i] + Doubt) / usual;
    }
}
