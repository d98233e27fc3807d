using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Contracts;

/// <summary>A theater as it should be.</summary>
/// <param name="Name">Its name.</param>
/// <param name="City">The city it is in.</param>
/// <param name="Plan">Its seats.</param>
/// <param name="Address">Street and number.</param>
/// <param name="Latitude">Degrees north (WGS 84).</param>
/// <param name="Longitude">Degrees east (WGS 84).</param>
public sealed record TheaterRequest(
    string Name, string City, SeatPlanRequest Plan, string Address = "", double Latitude = 0, double Longitude = 0)
    : IExampled<TheaterRequest>
{
    /// <inheritdoc/>
    public static TheaterRequest Example => new(
        "Orion", "Lyon", SeatPlanRequest.Example, "1 Quai Saint-Antoine", 45.76, 4.83);
}
