using Catalog.Engine.Booking;
using Catalog.Shell.Booking.Bookings;
using Catalog.Shell.Booking.Contracts;
using Catalog.Shell.Booking.Posters;
using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Catalogue;

/// <summary>Showtimes as clients see them. Thread-safe.</summary>
public sealed class ShowtimeAnswers(ShowtimeHouses houses, BookingOptions options)
{
    /// <summary>Makes the answer for a showtime.</summary>
    public ShowtimeAnswer Of(in ShowtimeListing listing)
    {
        Showtime showtime = listing.Showtime;
        ShowtimeAvailability seats = listing.Availability;
        return new ShowtimeAnswer
        {
            Id = IdText.Of(showtime.Id),
            MovieId = IdText.Of(showtime.MovieId),
            MovieTitle = listing.Movie.Title,
            Genre = listing.Movie.Genre,
            Rating = listing.Movie.Rating,
            DurationMinutes = listing.Movie.DurationMinutes,
            PosterUrl = PosterEndpoint.AddressOf(listing.Movie),
            TheaterId = IdText.Of(showtime.TheaterId),
            TheaterName = listing.Theater.Name,
            City = listing.Theater.City,
            StartsAt = BookingAnswers.TimeOf(showtime.StartsAtMs),
            EndsAt = BookingAnswers.TimeOf(showtime.EndsAtMs),
            OnSaleAt = showtime.OnSaleAtMs == 0 ? null : BookingAnswers.TimeOf(showtime.OnSaleAtMs),
            Zones = Zones(listing),
            PriceCents = showtime.Prices.BaseCents,
            Currency = options.Currency,
            HasWaitingRoom = showtime.HasWaitingRoom,
            HoldSeconds = showtime.HoldMs / 1000,
            Status = showtime.Status == ShowtimeStatus.Cancelled ? "cancelled" : "scheduled",
            Revision = showtime.Revision,
            Capacity = seats.Capacity,
            Free = seats.Free,
            Held = seats.Held,
            Sold = seats.Sold,
            Together = seats.Together,
        };
    }

    private ZoneAnswer[] Zones(in ShowtimeListing listing)
    {
        // The theater may have another plan by now; the showtime keeps the one it was made with.
        SeatPlan plan = houses.TryFindPlan(listing.Showtime.Id, out SeatPlan? own) ? own : listing.Theater.Plan;
        var zones = new ZoneAnswer[Math.Min(plan.ZoneCount, listing.Showtime.Prices.Count)];
        for (int i = 0; i < zones.Length; i++) zones[i] = new ZoneAnswer(plan.ZoneName(i), listing.Showtime.Prices[i]);
        return zones;
    }
}
