using Catalog.Engine.Booking;
using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Contracts;

/// <summary>A theater.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="City">The city it is in.</param>
/// <param name="Address">Street and number.</param>
/// <param name="Latitude">Degrees north (WGS 84).</param>
/// <param name="Longitude">Degrees east (WGS 84).</param>
/// <param name="TotalSeats">Seats and standing places.</param>
/// <param name="Revision">What a change says it was made from.</param>
/// <param name="Plan">Its seats; only where one theater is asked for.</param>
public sealed record TheaterAnswer(
    string Id, string Name, string City, string Address, double Latitude, double Longitude, int TotalSeats,
    int Revision, SeatPlanSpec? Plan = null) : IExampled<TheaterAnswer>
{
    /// <inheritdoc/>
    public static TheaterAnswer Example => new("1", "Orion", "Lyon", "1 Quai Saint-Antoine", 45.76, 4.83, 16, 1);

    /// <summary>Makes the answer for a theater.</summary>
    public static TheaterAnswer Of(Theater theater) => new(
        IdText.Of(theater.Id), theater.Name, theater.City, theater.Address, theater.Latitude, theater.Longitude,
        theater.TotalSeats, theater.Revision);
}
