namespace Catalog.Shell.Booking.Seats;

/// <summary>
/// Something that is told to those who watch a showtime's seats, encoded once: a server-sent event, and in it the JSON
/// that goes over WebSockets.
/// </summary>
/// <param name="Version">The seat map's version.</param>
/// <param name="Frame">The server-sent event.</param>
/// <param name="JsonStart">Where the JSON begins; it ends before the two line ends.</param>
internal readonly record struct SeatEvent(ulong Version, byte[] Frame, int JsonStart)
{
    /// <summary>The JSON.</summary>
    public ReadOnlyMemory<byte> Json => Frame.AsMemory(JsonStart..^2);
}
