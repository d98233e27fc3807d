namespace Catalog.Engine.Booking.Advice;

/// <summary>How a film has done lately, in figures. Films are judged by those.</summary>
/// <param name="MovieId">The film.</param>
/// <param name="Title">Its title.</param>
/// <param name="Shows">Its showtimes in the last fortnight.</param>
/// <param name="Seats">Seats sold for those.</param>
/// <param name="Occupancy">As a share of all their seats.</param>
/// <param name="ExpectedSeats">Seats other films would have sold at the same times in the same theaters.</param>
/// <param name="Ratio">Seats over those expected: 1 is as good as other films.</param>
/// <param name="WeekChange">Seats a showtime in the last week over those in the week before: 1 is as many.</param>
/// <param name="RevenueCents">What came in for those showtimes, in hundredths.</param>
/// <param name="RevenueAShowCents">The same for one showtime.</param>
/// <param name="HouseRevenueAShowCents">What one showtime of any film brought.</param>
/// <param name="IsUnderperforming">
/// Whether another film would do better: it had showtimes enough to tell, and sold less than half of what others would.
/// </param>
public readonly record struct FilmReview(
    ulong MovieId, string Title, int Shows, int Seats, double Occupancy, double ExpectedSeats, double Ratio,
    double WeekChange, long RevenueCents, double RevenueAShowCents, double HouseRevenueAShowCents,
    bool IsUnderperforming);
