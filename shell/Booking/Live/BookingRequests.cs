using Catalog.Shell.Booking.Bookings;
using Catalog.Shell.Live;

namespace Catalog.Shell.Booking.Live;

/// <summary>What can be asked for over a socket as over HTTP. Thread-safe.</summary>
public sealed class BookingRequests(ReserveEndpoint reserve, ConfirmEndpoint confirm, HoldEndpoints holds)
{
    private static readonly (string Field, string Name) ById = ("bookingId", "booking_id");

    /// <summary>Registers the events.</summary>
    public void Map(LiveRoutes live)
    {
        live.MapRequest("reserve", new LiveEndpoint(HttpMethods.Post, reserve.HandleAsync));
        live.MapRequest("confirm", new LiveEndpoint(HttpMethods.Post, confirm.HandleAsync));
        live.MapRequest("extend", new LiveEndpoint(HttpMethods.Post, holds.Extend) { Route = ById, Query = "token" });
        live.MapRequest(
            "release", new LiveEndpoint(HttpMethods.Delete, holds.Release) { Route = ById, Query = "token" });
        live.MapRequest("cancel", new LiveEndpoint(HttpMethods.Post, holds.Cancel) { Route = ById });
    }
}
