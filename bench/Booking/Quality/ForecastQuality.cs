using Catalog.Bench.Shared.Rows;
using Catalog.Engine.Booking.Advice;
using Catalog.Engine.Models.Forecasting;

namespace Catalog.Bench.Booking.Quality;

/// <summary>
/// Forecasts of a week's bookings and revenue, made at the beginning of each of eight weeks without knowing them, and
/// unusual days.
/// </summary>
internal static class ForecastQuality
{
    private const int Weeks = 8;
    private const int Days = 7;
    private const double MapeBar = 15;
    private const double Sigmas = 3;

    public static void Run(QualityWorld world, RowSink<QualityRow> rows)
    {
        foreach (SalesMeasure measure in Enum.GetValues<SalesMeasure>()) Forecast(world, rows, measure);
        FindDays(world, rows);
    }

    private static void Forecast(QualityWorld world, RowSink<QualityRow> rows, SalesMeasure measure)
    {
        List<double> said = [], naive = [], came = [];
        List<bool> inside = [];
        for (int week = Weeks; week >= 1; week--)
        {
            long cutMs = world.TodayMs - (week * Days * ShowSlots.DayMs);
            DailySales then = DailySales.Learn(world.History.AsOf(cutMs), cutMs, Days);
            double[] before = [.. then.ValuesOf(measure)];
            SeriesForecast forecast = then.ForecastOf(measure)!;
            double[] actual = Actual(world, measure, cutMs);
            double[] seasonal = new double[Days];
            new SeasonalNaive(Days).Forecast(new ForecastTask(before), seasonal);
            said.AddRange(forecast.Points);
            naive.AddRange(seasonal);
            came.AddRange(actual);
            inside.AddRange(Enumerable.Range(0, Days)
                .Select(day => actual[day] >= forecast.Lowers[day] && actual[day] <= forecast.Uppers[day]));
        }

        HashSet<DateOnly> planted = [.. world.Truth.Days.Select(static day => day.Day)];
        int[] usual =
        [
            .. Enumerable.Range(0, came.Count).Where(i => !planted.Contains(
                ShowSlots.DateOf(ShowSlots.DayOf(world.TodayMs) - (Weeks * Days) + i))),
        ];
        // Nobody knows of an outage or a campaign beforehand: the bar is for the other days, the figure with all of
        // them stands beside it.
        double mape = 100 * ErrorOn(usual, said, came), baseline = 100 * ErrorOn(usual, naive, came);
        string name = measure == SalesMeasure.Bookings ? "bookings a day" : "revenue a day";
        rows.Add(new QualityRow(
            "booking", $"{name}, MAPE % (baseline: last week)", mape, baseline, $"at most {MapeBar} %",
            mape <= MapeBar));
        rows.Add(new QualityRow(
            "booking", $"{name}, MAPE % with the planted days",
            100 * ForecastError.Of(said.ToArray(), came.ToArray()).MeanPercent,
            100 * ForecastError.Of(naive.ToArray(), came.ToArray()).MeanPercent, "", true));
        double share = 100.0 * usual.Count(day => inside[day]) / usual.Length;
        rows.Add(new QualityRow(
            "booking", $"{name}, % within the 80 % band (baseline: said)", share, 80, "72 to 90 %",
            share is >= 72 and <= 90));
        double whole = 100.0 * inside.Count(static each => each) / came.Count;
        rows.Add(new QualityRow("booking", $"{name}, % within it with the planted days", whole, 80, "", true));
    }

    private static double ErrorOn(int[] days, List<double> said, List<double> came) => ForecastError.Of(
        days.Select(day => said[day]).ToArray(), days.Select(day => came[day]).ToArray()).MeanPercent;

    private static double[] Actual(QualityWorld world, SalesMeasure measure, long fromMs)
    {
        double[] actual = new double[Days];
        foreach (HistorySale sale in world.History.Sales)
        {
            long day = (sale.TimeMs - fromMs) / ShowSlots.DayMs;
            if (sale.TimeMs < fromMs || day >= Days) continue;
            actual[day] += measure == SalesMeasure.Bookings ? 1 : sale.Cents;
        }

        return actual;
    }

    private static void FindDays(QualityWorld world, RowSink<QualityRow> rows)
    {
        DailySales days = DailySales.Learn(world.History.AsOf(world.TodayMs), world.TodayMs, Days);
        HashSet<DateOnly> planted = [.. world.Truth.Days.Select(static day => day.Day)];
        HashSet<DateOnly> found = [.. days.Unusual.Select(static day => day.Day)];
        double[] series = [.. days.ValuesOf(SalesMeasure.Bookings)];
        double mean = series.Average();
        double deviation = Math.Sqrt(series.Average(value => (value - mean) * (value - mean)));
        HashSet<DateOnly> simple =
        [
            .. Enumerable.Range(0, series.Length).Where(i => Math.Abs(series[i] - mean) > Sigmas * deviation)
                .Select(days.FirstDay.AddDays),
        ];
        double share = 100.0 * planted.Count(found.Contains) / planted.Count;
        rows.Add(new QualityRow(
            "booking", $"planted days found, % (baseline: {Sigmas} sigma)", share,
            100.0 * planted.Count(simple.Contains) / planted.Count, "all", share >= 100));
        // Holidays are not like others either; they are not counted against it, nor for it.
        int wrong = found.Count(day => !planted.Contains(day) && !IsHoliday(day));
        rows.Add(new QualityRow(
            "booking", "other days called unusual", wrong, simple.Count(day => !planted.Contains(day)),
            "at most 4", wrong <= 4));
    }

    private static bool IsHoliday(DateOnly day) => (day.Month, day.Day) is (4, 30) or (5, 1) or (10, 3) or (12, _);
}
