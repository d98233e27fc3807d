namespace Catalog.Shell.Booking.Contracts;

/// <summary>Seats by their labels.</summary>
/// <param name="Seats">The labels.</param>
public sealed record SeatNamesRequest(IReadOnlyList<string> Seats);
