namespace Catalog.Shell.Booking.Advice.Contracts;

/// <summary>A time of the week to show films at.</summary>
/// <param name="Weekday">The weekday, as <c>saturday</c>.</param>
/// <param name="FromHour">The hour its two hours begin, UTC.</param>
/// <param name="ExpectedSeats">Seats a showtime would sell.</param>
/// <param name="ExpectedRevenueCents">What those would bring, in hundredths.</param>
/// <param name="Ratio">Seats against the average showtime: 2 is twice as many.</param>
/// <param name="Shows">Showtimes there were in the last 120 days.</param>
/// <param name="SharePercent">Which share of the showtimes asked about these were.</param>
/// <param name="Text">What that comes to.</param>
public sealed record ShowSlotAnswer(
    string Weekday, int FromHour, double ExpectedSeats, long ExpectedRevenueCents, double Ratio, int Shows,
    double SharePercent, string Text);
