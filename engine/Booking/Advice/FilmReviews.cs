namespace Catalog.Engine.Booking.Advice;

/// <summary>
/// Reviews every film of the last fortnight: what it sold against what other films would have sold in its place.
/// </summary>
internal static class FilmReviews
{
    private const int Days = 14;
    private const int MinShows = 5;
    private const double PoorRatio = 0.5;

    // What one showtime sells is mostly luck: as if so many more had been as good as expected.
    private const double DoubtSeats = 25;

    public static FilmReview[] Learn(SalesHistory history, DemandReplay replay, long nowMs)
    {
        int films = history.House.Films.Count;
        long fromMs = nowMs - (Days * ShowSlots.DayMs), middleMs = nowMs - (Days / 2 * ShowSlots.DayMs);
        int[] shows = new int[films], seats = new int[films], lateShows = new int[films], lateSeats = new int[films];
        double[] expected = new double[films];
        long[] cents = new long[films], capacity = new long[films];
        double actualAll = 0, expectedAll = 0;
        foreach ((int show, int sold) in Recent(history, replay, fromMs, nowMs))
        {
            ref readonly HistoryShow of = ref history.Shows[show];
            ShowEffects effects = replay.State.EffectsOf(of.Film, of.Theater, -1, of.StartsAtMs, nowMs);
            double others = Math.Max(0, Math.Exp(effects.Log - effects.Film) - 1);
            shows[of.Film]++;
            seats[of.Film] += sold;
            capacity[of.Film] += of.Capacity;
            expected[of.Film] += others;
            actualAll += sold;
            expectedAll += others;
            if (of.StartsAtMs < middleMs) continue;
            lateShows[of.Film]++;
            lateSeats[of.Film] += sold;
        }

        foreach (HistorySale sale in history.Sales)
        {
            ref readonly HistoryShow of = ref history.Shows[sale.Show];
            bool isRecent = of.StartsAtMs >= fromMs && of.StartsAtMs < nowMs && !of.IsCancelled;
            if (isRecent && sale.CancelledMs >= nowMs) cents[of.Film] += sale.Cents;
        }

        // Expectations are medians; sums of seats are means.
        double scale = expectedAll <= 0 ? 1 : actualAll / expectedAll;
        double house = cents.Sum() / (double)Math.Max(1, shows.Sum());
        return
        [
            .. Enumerable.Range(0, films).Where(film => shows[film] > 0).Select(film =>
            {
                double wanted = expected[film] * scale;
                double ratio = (seats[film] + DoubtSeats) / (wanted + DoubtSeats);
                double before = Each(seats[film] - lateSeats[film], shows[film] - lateShows[film]);
                double change = before <= 0 ? 1 : Each(lateSeats[film], lateShows[film]) / before;
                return new FilmReview(
                    history.House.Films[film].Id, history.House.Films[film].Title, shows[film], seats[film],
                    seats[film] / (double)Math.Max(1, capacity[film]), wanted, ratio, change, cents[film],
                    Each(cents[film], shows[film]), house, shows[film] >= MinShows && ratio < PoorRatio);
            }).OrderBy(static review => review.Ratio),
        ];
    }

    private static IEnumerable<(int Show, int Sold)> Recent(
        SalesHistory history, DemandReplay replay, long fromMs, long nowMs)
    {
        for (int show = 0; show < history.Shows.Length && history.Shows[show].StartsAtMs < nowMs; show++)
        {
            if (history.Shows[show].StartsAtMs >= fromMs && !history.Shows[show].IsCancelled)
                yield return (show, replay.Sold[show]);
        }
    }

    private static double Each(double sum, int count) => count == 0 ? 0 : sum / count;
}
