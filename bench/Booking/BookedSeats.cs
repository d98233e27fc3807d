namespace Catalog.Bench.Booking;

/// <summary>Seats of a showtime, by label.</summary>
internal sealed record BookedSeats(ulong Showtime, string[] Seats)
{
    /// <summary>Each seat on its own, named within the whole house.</summary>
    public IEnumerable<(ulong Showtime, string Seat)> Each => Seats.Select(seat => (Showtime, seat));
}
