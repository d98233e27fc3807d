namespace Catalog.Engine.Booking;

/// <summary>A user's bookings in numbers.</summary>
/// <param name="Count">Bookings that are known, of any status.</param>
/// <param name="ConfirmedCount">Those that are paid and not cancelled.</param>
/// <param name="SpentCents">What those cost together, in hundredths.</param>
public readonly record struct UserBookingTotals(int Count, int ConfirmedCount, long SpentCents);
