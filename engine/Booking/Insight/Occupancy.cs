namespace Catalog.Engine.Booking;

/// <summary>How full showtimes are.</summary>
/// <param name="Showtimes">How many they are; called-off ones do not count.</param>
/// <param name="Capacity">Seats and places.</param>
/// <param name="Sold">Of these, sold.</param>
/// <param name="Held">In holds.</param>
/// <param name="Blocked">Not for sale.</param>
public readonly record struct Occupancy(int Showtimes, long Capacity, long Sold, long Held, long Blocked)
{
    /// <summary>The share of what is for sale that is sold: 0 to 1; 0 of nothing.</summary>
    public double Share => Capacity == Blocked ? 0 : (double)Sold / (Capacity - Blocked);

    /// <summary>Adds a showtime.</summary>
    public Occupancy With(in ShowtimeAvailability seats) => new(
        Showtimes + 1, Capacity + seats.Capacity, Sold + seats.Sold, Held + seats.Held, Blocked + seats.Blocked);

    /// <summary>How full one showtime is.</summary>
    public static Occupancy Of(in ShowtimeAvailability seats) => default(Occupancy).With(in seats);
}
