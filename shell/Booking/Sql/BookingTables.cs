using Catalog.Shell.Cluster.Sql;

namespace Catalog.Shell.Booking.Sql;

/// <summary>
/// Booking's tables for analysts, under the specification's names, with its columns first. No row refers to another by
/// a constraint: facts of several partitions come in the journal's order, which is not that of references. What must
/// hold is in one place, <see cref="SoldSeats"/>: a seat is sold to one booking.
/// </summary>
internal static class BookingTables
{
    /// <summary>The schema they stand in.</summary>
    public const string Schema = "booking";

    private const string Id = "bigint";
    private const string Text = "text";
    private const string Money = "numeric(12,2)";
    private const string Time = "timestamptz";

    /// <summary>Accounts. Password hashes do not leave the accounts: their column is always empty.</summary>
    public static SqlTable Users { get; } = new(Schema, "users", 1,
    [
        new("id", Id), new("name", Text, "NOT NULL"), new("email", Text, "NOT NULL"), new("role", Text, "NOT NULL"),
        new("password_hash", Text), new("created_at", Time),
    ]);

    /// <summary>Theaters.</summary>
    public static SqlTable Theaters { get; } = new(Schema, "theaters", 1,
    [
        new("id", Id), new("name", Text, "NOT NULL"), new("location", Text, "NOT NULL"),
        new("total_seats", "integer", "NOT NULL"), new("city", Text, "NOT NULL"),
        new("latitude", "double precision", "NOT NULL"), new("longitude", "double precision", "NOT NULL"),
    ]);

    /// <summary>Films; the duration in minutes.</summary>
    public static SqlTable Movies { get; } = new(Schema, "movies", 1,
    [
        new("id", Id), new("title", Text, "NOT NULL"), new("description", Text, "NOT NULL"),
        new("duration", "integer", "NOT NULL"), new("genre", Text, "NOT NULL"), new("poster_url", Text, "NOT NULL"),
        new("rating", Text, "NOT NULL"), new("released_on", "date"),
    ]);

    /// <summary>Showtimes; the price is that of the first zone.</summary>
    public static SqlTable Showtimes { get; } = new(Schema, "showtimes", 1,
    [
        new("id", Id), new("movie_id", Id), new("theater_id", Id), new("show_time", Time), new("price", Money),
        new("ends_at", Time), new("on_sale_at", Time), new("status", Text, "NOT NULL"),
    ]);

    /// <summary>Seats of showtimes that are on sale: <c>available</c>, <c>reserved</c>, <c>booked</c> or
    /// <c>blocked</c>.</summary>
    public static SqlTable Seats { get; } = new(Schema, "seats", 2,
    [
        new("id", Id, "GENERATED ALWAYS AS IDENTITY"), new("showtime_id", Id), new("seat_number", Text),
        new("status", Text, "NOT NULL DEFAULT 'available'"),
    ]);

    /// <summary>
    /// Bookings from the first hold to the last refund. The status follows from what happened to it.
    /// </summary>
    public static SqlTable Bookings { get; } = new(Schema, "bookings", 1,
    [
        new("id", Text), new("user_id", Id), new("showtime_id", Id), new("seats", "text[]", "NOT NULL DEFAULT '{}'"),
        new("status", Text, "GENERATED ALWAYS AS (" + BookingSql.StatusOfBooking + ") STORED"),
        new("created_at", Time), new("places", "integer", "NOT NULL DEFAULT 0"), new("area", Text),
        new("amount", Money), new("expires_at", Time), new("offered", "boolean", "NOT NULL DEFAULT false"),
        new("retaken", "boolean", "NOT NULL DEFAULT false"), new("hold_end", Text), new("payment", Text),
        new("confirmed_at", Time), new("refunded_at", Time), new("cancelled_at", Time),
        new("late", "boolean", "NOT NULL DEFAULT false"), new("by_house", "boolean", "NOT NULL DEFAULT false"),
    ]);

    /// <summary>
    /// The pair of the seat map's own rule, kept by PostgreSQL: no seat is sold twice at a time.
    /// </summary>
    public static SqlTable SoldSeats { get; } = new(Schema, "sold_seats", 2,
        [new("showtime_id", Id), new("seat_number", Text), new("booking_id", Text, "NOT NULL")]);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<SqlTable> All { get; } =
        [Users, Theaters, Movies, Showtimes, Seats, Bookings, SoldSeats];
}
