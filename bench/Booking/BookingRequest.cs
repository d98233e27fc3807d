namespace Catalog.Bench.Booking;

/// <summary>One thing a buyer asks for; sent again as it is when the answer got lost.</summary>
/// <param name="Action">What.</param>
/// <param name="Key">The idempotency key.</param>
/// <param name="BookingId">The booking; empty for a reservation.</param>
/// <param name="Booked">The seats it is about.</param>
internal sealed record BookingRequest(BookingAction Action, string Key, string BookingId, BookedSeats Booked)
{
    /// <summary>Asks for something under a new key.</summary>
    public static BookingRequest New(BookingAction action, string bookingId, BookedSeats booked) =>
        new(action, Guid.NewGuid().ToString("N"), bookingId, booked);

    /// <summary>In words.</summary>
    public override string ToString() => $"{Action} {BookingId} {string.Join(' ', Booked.Seats)}";
}
