namespace Catalog.Shell.Booking.Contracts;

/// <summary>A row of seats.</summary>
/// <param name="Label">Its label.</param>
/// <param name="Seats">Its seats from left to right.</param>
public sealed record RowAnswer(string Label, IReadOnlyList<SeatAnswer> Seats);
