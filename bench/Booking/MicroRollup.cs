using BenchmarkDotNet.Attributes;
using Catalog.Engine.Analytics;
using Catalog.Engine.Booking;
using Catalog.Engine.Models;

namespace Catalog.Bench.Booking;

/// <summary>
/// Questions of the dashboard, in process, over the rollups of a million bookings in half a year: 100 theaters in 10
/// cities, 500 films in 13 genres, as many of each as <c>tools/seed</c> makes.
/// </summary>
public class MicroRollup
{
    private const int Bookings = 1_000_000;
    private const int Days = 181;
    private const int Theaters = 100;
    private const int Films = 500;
    private static readonly long FromMs = TimeBuckets.DayMs * 20_500;
    private readonly RollupSet _rollups = new(BookingRollups.All);
    private readonly SeededRandom _random = new(7);
    private long _lastMs = FromMs;

    [GlobalSetup]
    public void SetUp()
    {
        for (int i = 0; i < Bookings; i++)
        {
            _lastMs = FromMs + (long)(Days * (double)TimeBuckets.DayMs * i / Bookings);
            Add();
        }
    }

    [Benchmark]
    public int AddBooking()
    {
        Add();
        return _rollups.All.Count;
    }

    [Benchmark]
    public int RevenueByDay() => Ask(BookingRollups.DailyRevenue, new RollupQuery
    {
        FromMs = FromMs,
        ToMs = FromMs + (Days * TimeBuckets.DayMs),
        Measures = ["total_revenue", "bookings_count"],
    });

    [Benchmark]
    public int RevenueOfAMonthByDay() => Ask(BookingRollups.DailyRevenue, new RollupQuery
    {
        FromMs = FromMs + ((Days - 30) * TimeBuckets.DayMs),
        ToMs = FromMs + (Days * TimeBuckets.DayMs),
        Measures = ["total_revenue", "bookings_count"],
    });

    [Benchmark]
    public int TenBestFilms() => Ask(BookingRollups.MoviePerformance, new RollupQuery
    {
        FromMs = FromMs,
        ToMs = FromMs + (Days * TimeBuckets.DayMs),
        Grain = TimeGrain.All,
        By = ["movie"],
        Measures = ["total_revenue", "total_bookings"],
        OrderBy = "total_revenue",
        IsDescending = true,
        Limit = 10,
    });

    [Benchmark]
    public int PeakHours() => Ask(BookingRollups.PeakHours, new RollupQuery
    {
        FromMs = FromMs,
        ToMs = FromMs + (Days * TimeBuckets.DayMs),
        Grain = TimeGrain.All,
        By = ["weekday", "hour"],
        Measures = ["bookings"],
    });

    private int Ask(string rollup, RollupQuery query) => _rollups[rollup].Query(query).RowCount;

    private void Add()
    {
        ulong theater = 1 + (ulong)_random.Next(Theaters), film = 1 + (ulong)_random.Next(Films);
        ulong city = theater % 10, genre = film % 13;
        long cents = 900 + _random.Next(1_200);
        ReadOnlySpan<long> sale = [cents, 1, 2, cents, 0, 1, 0, 0];
        _rollups[BookingRollups.DailyRevenue].Add(_lastMs, [theater, city], sale);
        _rollups[BookingRollups.MoviePerformance].Add(_lastMs, [film, genre], sale);
        long hour = _lastMs / TimeBuckets.HourMs;
        _rollups[BookingRollups.PeakHours].Add(
            _lastMs, [(ulong)(hour / 24 % 7), (ulong)(hour % 24)], [1, 2, cents, 1]);
    }
}
