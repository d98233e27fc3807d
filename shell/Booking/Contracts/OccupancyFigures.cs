using Catalog.Engine.Booking;
using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Contracts;

/// <summary>Seats and places by what they are.</summary>
/// <param name="Showtimes">Of how many showtimes.</param>
/// <param name="Capacity">All of them.</param>
/// <param name="Sold">Sold.</param>
/// <param name="Held">In holds.</param>
/// <param name="Blocked">Not for sale.</param>
/// <param name="Occupancy">The share of those for sale that is sold, 0 to 1.</param>
public sealed record OccupancyFigures(
    int Showtimes, long Capacity, long Sold, long Held, long Blocked, double Occupancy) : IExampled<OccupancyFigures>
{
    /// <inheritdoc/>
    public static OccupancyFigures Example => new(1, 16, 2, 2, 0, 0.125);

    /// <summary>Shows it.</summary>
    public static OccupancyFigures Of(in Occupancy seats) =>
        new(seats.Showtimes, seats.Capacity, seats.Sold, seats.Held, seats.Blocked, seats.Share);
}
