namespace Catalog.Bench.Booking;

/// <summary>What the server lists of a buyer.</summary>
/// <param name="Confirmed">What is paid for.</param>
/// <param name="Held">What is held.</param>
internal sealed record BuyersBookings(
    IReadOnlyCollection<ListedBooking> Confirmed, IReadOnlyCollection<ListedBooking> Held);
