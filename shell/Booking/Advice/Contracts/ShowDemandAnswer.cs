namespace Catalog.Shell.Booking.Advice.Contracts;

/// <summary>A showtime to come, and what will have been sold of it.</summary>
public sealed record ShowDemandAnswer
{
    /// <summary>The showtime.</summary>
    public required string ShowtimeId { get; init; }

    /// <summary>The film.</summary>
    public required string MovieId { get; init; }

    /// <summary>Its title.</summary>
    public required string MovieTitle { get; init; }

    /// <summary>The theater.</summary>
    public required string TheaterId { get; init; }

    /// <summary>Its name.</summary>
    public required string TheaterName { get; init; }

    /// <summary>When the film starts.</summary>
    public required DateTime StartsAt { get; init; }

    /// <summary>The base price, in hundredths.</summary>
    public required int PriceCents { get; init; }

    /// <summary>Seats and places in all.</summary>
    public required int Capacity { get; init; }

    /// <summary>Sold by now.</summary>
    public required int Sold { get; init; }

    /// <summary>Free by now.</summary>
    public required int Free { get; init; }

    /// <summary>Sold in the end, on average.</summary>
    public required double ExpectedSeats { get; init; }

    /// <summary>Nine times in ten more.</summary>
    public required double LowSeats { get; init; }

    /// <summary>Nine times in ten less.</summary>
    public required double HighSeats { get; init; }

    /// <summary>What is as likely exceeded as not, as a share of all seats.</summary>
    public required double ExpectedOccupancy { get; init; }

    /// <summary><c>low</c>, <c>medium</c> or <c>high</c>, against the house's past.</summary>
    public required string Demand { get; init; }

    /// <summary><c>low</c>, <c>medium</c> or <c>high</c>.</summary>
    public required string Confidence { get; init; }
}
