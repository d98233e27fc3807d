namespace Catalog.Engine.Booking.Advice;

/// <summary>A paid booking of a <see cref="SalesHistory"/>; showtime and user by index.</summary>
/// <param name="TimeMs">When it was made, milliseconds since 1970.</param>
/// <param name="CancelledMs">When it was cancelled; <see cref="long.MaxValue"/> when it was not.</param>
/// <param name="Show">The showtime.</param>
/// <param name="User">The user.</param>
/// <param name="Cents">What it cost.</param>
/// <param name="Party">Seats and places.</param>
internal readonly record struct HistorySale(
    long TimeMs, long CancelledMs, int Show, int User, int Cents, int Party);
