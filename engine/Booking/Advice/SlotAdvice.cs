namespace Catalog.Engine.Booking.Advice;

/// <summary>A time of the week to show films at.</summary>
/// <param name="Weekday">The weekday.</param>
/// <param name="FromHour">The hour its two hours begin, UTC.</param>
/// <param name="ExpectedSeats">Seats a showtime would sell.</param>
/// <param name="ExpectedRevenueCents">What those would bring, in hundredths.</param>
/// <param name="Ratio">Seats against the average showtime: 2 is twice as many.</param>
/// <param name="Shows">Showtimes there were, of those asked about.</param>
/// <param name="ShareOfShows">Which share of all showtimes asked about these were.</param>
public readonly record struct SlotAdvice(
    DayOfWeek Weekday, int FromHour, double ExpectedSeats, double ExpectedRevenueCents, double Ratio, int Shows,
    double ShareOfShows);
