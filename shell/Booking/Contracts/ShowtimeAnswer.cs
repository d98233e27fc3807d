using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Contracts;

/// <summary>A showtime with what belongs to it.</summary>
public sealed record ShowtimeAnswer : IExampled<ShowtimeAnswer>
{
    /// <inheritdoc/>
    public static ShowtimeAnswer Example => new()
    {
        Id = "1",
        MovieId = "1",
        MovieTitle = "The Long Wait",
        Genre = "Drama",
        Rating = "12",
        DurationMinutes = 100,
        PosterUrl = "/booking/api/movies/1/poster",
        TheaterId = "1",
        TheaterName = "Orion",
        City = "Lyon",
        StartsAt = new(2027, 1, 15, 19, 30, 0, DateTimeKind.Utc),
        EndsAt = new(2027, 1, 15, 21, 10, 0, DateTimeKind.Utc),
        Zones = [new ZoneAnswer("Standard", 1_200)],
        PriceCents = 1_200,
        Currency = "EUR",
        HasWaitingRoom = false,
        HoldSeconds = 600,
        Status = "on_sale",
        Revision = 1,
        Capacity = 16,
        Free = 12,
        Held = 2,
        Sold = 2,
        Together = 4,
    };

    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>The film.</summary>
    public required string MovieId { get; init; }

    /// <summary>The film's title.</summary>
    public required string MovieTitle { get; init; }

    /// <summary>The film's genre.</summary>
    public required string Genre { get; init; }

    /// <summary>The film's age rating.</summary>
    public required string Rating { get; init; }

    /// <summary>How long the film runs.</summary>
    public required int DurationMinutes { get; init; }

    /// <summary>Where the film's poster is.</summary>
    public required string PosterUrl { get; init; }

    /// <summary>The theater.</summary>
    public required string TheaterId { get; init; }

    /// <summary>The theater's name.</summary>
    public required string TheaterName { get; init; }

    /// <summary>The theater's city.</summary>
    public required string City { get; init; }

    /// <summary>When the film starts.</summary>
    public required DateTime StartsAt { get; init; }

    /// <summary>When the film ends.</summary>
    public required DateTime EndsAt { get; init; }

    /// <summary>When sales begin; absent when they always have.</summary>
    public DateTime? OnSaleAt { get; init; }

    /// <summary>What a place costs, by price zone; the first is the base price.</summary>
    public required IReadOnlyList<ZoneAnswer> Zones { get; init; }

    /// <summary>The base price, in hundredths.</summary>
    public required int PriceCents { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>Whether buyers pass a waiting room.</summary>
    public required bool HasWaitingRoom { get; init; }

    /// <summary>Seconds a hold lasts.</summary>
    public required int HoldSeconds { get; init; }

    /// <summary><c>scheduled</c> or <c>cancelled</c>.</summary>
    public required string Status { get; init; }

    /// <summary>What a change says it was made from.</summary>
    public required int Revision { get; init; }

    /// <summary>Seats and places in all.</summary>
    public required int Capacity { get; init; }

    /// <summary>Of these, free.</summary>
    public required int Free { get; init; }

    /// <summary>Of these, held.</summary>
    public required int Held { get; init; }

    /// <summary>Of these, sold.</summary>
    public required int Sold { get; init; }

    /// <summary>The most that are free side by side.</summary>
    public required int Together { get; init; }
}
