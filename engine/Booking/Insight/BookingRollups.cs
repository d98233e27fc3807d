using Catalog.Engine.Analytics;

namespace Catalog.Engine.Booking;

/// <summary>
/// The rollups of seat booking: the specification's tables, and what its dashboard asks for beside them.
/// </summary>
public static class BookingRollups
{
    /// <summary>Sales by day, for a fortnight by hour, by theater and city.</summary>
    public const string DailyRevenue = "analytics_daily_revenue";

    /// <summary>Sales by film and genre.</summary>
    public const string MoviePerformance = "analytics_movie_performance";

    /// <summary>Sales by film and theater together, by month.</summary>
    public const string TheaterMovies = "analytics_theater_movies";

    /// <summary>When people book: by weekday and hour, UTC.</summary>
    public const string PeakHours = "analytics_peak_hours";

    /// <summary>Sales to people who booked for the first time, and to those who came back.</summary>
    public const string Customers = "analytics_customers";

    /// <summary>The way from a hold to a paid booking.</summary>
    public const string BookingFunnel = "analytics_booking_funnel";

    /// <summary>The value of <c>customer</c> for a first booking.</summary>
    public const ulong NewCustomer = 0;

    /// <summary>The value of <c>customer</c> for a later one.</summary>
    public const ulong ReturningCustomer = 1;

    private static readonly DimensionSpec Movie = new("movie", "Film");
    private static readonly DimensionSpec Theater = new("theater", "Theater");
    private static readonly DimensionSpec Genre = new("genre", "Genre", 256);
    private static readonly DimensionSpec City = new("city", "City", 4_096);

    /// <summary>
    /// The way from a hold to a paid booking. A hold lasts five minutes and may be extended; within an hour it is over.
    /// </summary>
    public static FunnelSpec Funnel { get; } = new()
    {
        Name = BookingFunnel,
        Title = "From reservation to booking",
        Steps = [new("reserved", "Reserved"), new("paying", "Payment begun"), new("confirmed", "Paid")],
        Levels = [new(TimeGrain.Day, 800), new(TimeGrain.Month, 0)],
        WithinMs = TimeBuckets.HourMs,
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RollupSpec> All { get; } =
        [RevenueSpec(), MoviesSpec(), TheaterMoviesSpec(), PeaksSpec(), CustomersSpec(), Funnel.ToRollup()];

    private static RollupSpec RevenueSpec() => new()
    {
        Name = DailyRevenue,
        Title = "Revenue by day",
        Dimensions = [Theater, City],
        Measures = Sales("total_revenue", "bookings_count"),
        Levels = [new(TimeGrain.Hour, 14 * 24), new(TimeGrain.Day, 1_100), new(TimeGrain.Month, 0)],
    };

    private static RollupSpec MoviesSpec() => new()
    {
        Name = MoviePerformance,
        Title = "Films",
        Dimensions = [Movie, Genre],
        Measures = Sales("total_revenue", "total_bookings"),
        Levels = [new(TimeGrain.Day, 800), new(TimeGrain.Month, 0)],
    };

    private static RollupSpec TheaterMoviesSpec() => new()
    {
        Name = TheaterMovies,
        Title = "Films in theaters",
        Dimensions = [Theater, Movie],
        Measures =
        [
            MeasureSpec.Sum("total_revenue", "Revenue", MeasureUnit.Cents),
            MeasureSpec.Count("total_bookings", "Bookings"),
            MeasureSpec.Sum("seats", "Seats"),
            MeasureSpec.Count("cancellations", "Cancellations"),
            MeasureSpec.Ratio("cancellation_rate", "Cancelled", ("cancellations", "total_bookings")),
        ],
        Levels = [new(TimeGrain.Month, 0)],
    };

    private static RollupSpec PeaksSpec() => new()
    {
        Name = PeakHours,
        Title = "When people book",
        Dimensions = [new("weekday", "Weekday", 7), new("hour", "Hour", 24)],
        Measures =
        [
            MeasureSpec.Count("bookings", "Bookings"),
            MeasureSpec.Sum("seats", "Seats"),
            MeasureSpec.Sum("gross_revenue", "Paid", MeasureUnit.Cents),
            MeasureSpec.Count("reservations", "Reservations"),
        ],
        Levels = [new(TimeGrain.Day, 400), new(TimeGrain.Month, 0)],
    };

    private static RollupSpec CustomersSpec() => new()
    {
        Name = Customers,
        Title = "New and returning customers",
        Dimensions = [new("customer", "Customer", 2)],
        Measures =
        [
            MeasureSpec.Count("bookings", "Bookings"),
            MeasureSpec.Sum("seats", "Seats"),
            MeasureSpec.Sum("gross_revenue", "Paid", MeasureUnit.Cents),
            MeasureSpec.Distinct("customers", "Customers"),
            MeasureSpec.Quantiles("booking_value", "Paid for a booking", MeasureUnit.Cents),
            MeasureSpec.Quantiles("lead_time", "Booked before the show", MeasureUnit.Milliseconds),
            MeasureSpec.Ratio(
                "average_booking", "Average booking", ("gross_revenue", "bookings"), MeasureUnit.Cents),
        ],
        Levels = [new(TimeGrain.Day, 1_100), new(TimeGrain.Month, 0)],
    };

    private static MeasureSpec[] Sales(string revenue, string bookings) =>
    [
        MeasureSpec.Sum(revenue, "Revenue", MeasureUnit.Cents),
        MeasureSpec.Count(bookings, "Bookings"),
        MeasureSpec.Sum("seats", "Seats"),
        MeasureSpec.Sum("gross_revenue", "Paid", MeasureUnit.Cents),
        MeasureSpec.Sum("refunds", "Given back", MeasureUnit.Cents),
        MeasureSpec.Count("reservations", "Reservations"),
        MeasureSpec.Count("lapses", "Not paid in time"),
        MeasureSpec.Count("cancellations", "Cancellations"),
        MeasureSpec.Ratio("average_price", "Average ticket price", ("gross_revenue", "seats"), MeasureUnit.Cents),
        MeasureSpec.Ratio("average_booking", "Average booking", ("gross_revenue", bookings), MeasureUnit.Cents),
        MeasureSpec.Ratio("conversion_rate", "Reservations paid", (bookings, "reservations")),
        MeasureSpec.Ratio("cancellation_rate", "Bookings cancelled", ("cancellations", bookings)),
    ];
}
