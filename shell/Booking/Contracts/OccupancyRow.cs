using Catalog.Engine.Booking;
using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Contracts;

/// <summary>How full a showtime is now.</summary>
public sealed record OccupancyRow : IExampled<OccupancyRow>
{
    /// <inheritdoc/>
    public static OccupancyRow Example => new()
    {
        ShowtimeId = "1",
        MovieId = "1",
        MovieTitle = "The Long Wait",
        Genre = "Drama",
        TheaterId = "1",
        TheaterName = "Orion",
        City = "Lyon",
        StartsAt = new(2027, 1, 15, 19, 30, 0, DateTimeKind.Utc),
        PriceCents = 1_200,
        Seats = OccupancyFigures.Example,
    };

    /// <summary>The showtime.</summary>
    public required string ShowtimeId { get; init; }

    /// <summary>Its film.</summary>
    public required string MovieId { get; init; }

    /// <summary>The film's title.</summary>
    public required string MovieTitle { get; init; }

    /// <summary>The film's genre.</summary>
    public required string Genre { get; init; }

    /// <summary>Its theater.</summary>
    public required string TheaterId { get; init; }

    /// <summary>The theater's name.</summary>
    public required string TheaterName { get; init; }

    /// <summary>The theater's city.</summary>
    public required string City { get; init; }

    /// <summary>When it begins.</summary>
    public required DateTime StartsAt { get; init; }

    /// <summary>Its lowest price, in hundredths.</summary>
    public required int PriceCents { get; init; }

    /// <summary>How its seats stand.</summary>
    public required OccupancyFigures Seats { get; init; }

    /// <summary>Shows it.</summary>
    public static OccupancyRow Of(ShowtimeListing listing) => new()
    {
        ShowtimeId = IdText.Of(listing.Showtime.Id),
        MovieId = IdText.Of(listing.Movie.Id),
        MovieTitle = listing.Movie.Title,
        Genre = listing.Movie.Genre,
        TheaterId = IdText.Of(listing.Theater.Id),
        TheaterName = listing.Theater.Name,
        City = listing.Theater.City,
        StartsAt = DateTimeOffset.FromUnixTimeMilliseconds(listing.Showtime.StartsAtMs).UtcDateTime,
        PriceCents = listing.Showtime.Prices.BaseCents,
        Seats = OccupancyFigures.Of(Occupancy.Of(listing.Availability)),
    };
}
