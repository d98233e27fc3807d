namespace Catalog.Shell.Booking.Sql;

/// <summary>The parts of booking's tables that are plain SQL.</summary>
internal static class BookingSql
{
    /// <summary>
    /// Where a booking stands, from what happened to it; the same as the API says, by the same names. A hold that ran
    /// out is <c>expired</c> once that was announced, a moment after <c>expires_at</c>.
    /// </summary>
    public const string StatusOfBooking = """
        CASE WHEN cancelled_at IS NOT NULL THEN 'cancelled'
             WHEN refunded_at IS NOT NULL THEN 'refunded'
             WHEN confirmed_at IS NOT NULL THEN 'confirmed'
             WHEN payment = 'started' THEN 'paying'
             WHEN hold_end IS NOT NULL THEN hold_end
             WHEN payment = 'declined' THEN 'declined'
             WHEN offered AND NOT retaken THEN 'offered'
             ELSE 'reserved' END
        """;

    /// <summary>Indexes, and the specification's views. Days are UTC's, a refund counts on its own day.</summary>
    public const string IndexesAndViews = """
        CREATE INDEX bookings_user ON booking.bookings (user_id, created_at);
        CREATE INDEX bookings_showtime ON booking.bookings (showtime_id);
        CREATE INDEX bookings_confirmed ON booking.bookings (confirmed_at) WHERE confirmed_at IS NOT NULL;
        CREATE INDEX showtimes_movie ON booking.showtimes (movie_id);
        CREATE INDEX showtimes_time ON booking.showtimes (show_time);

        CREATE VIEW booking.analytics_sales AS
        SELECT id AS booking_id, showtime_id, user_id, confirmed_at AS at, amount, 1 AS bookings,
               cardinality(seats) + places AS seats
        FROM booking.bookings WHERE confirmed_at IS NOT NULL
        UNION ALL
        SELECT id, showtime_id, user_id, cancelled_at, -amount, 0, 0
        FROM booking.bookings WHERE cancelled_at IS NOT NULL;

        CREATE VIEW booking.analytics_daily_revenue AS
        SELECT (at AT TIME ZONE 'UTC')::date AS date, sum(amount) AS total_revenue,
               sum(bookings) AS bookings_count
        FROM booking.analytics_sales GROUP BY 1;

        CREATE VIEW booking.analytics_movie_performance AS
        SELECT s.movie_id, sum(a.bookings) AS total_bookings, sum(a.amount) AS total_revenue
        FROM booking.analytics_sales a JOIN booking.showtimes s ON s.id = a.showtime_id GROUP BY 1;
        """;
}
