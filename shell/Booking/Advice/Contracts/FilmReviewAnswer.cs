namespace Catalog.Shell.Booking.Advice.Contracts;

/// <summary>How a film has done in the last fortnight.</summary>
public sealed record FilmReviewAnswer
{
    /// <summary>The film.</summary>
    public required string MovieId { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary><c>discontinue</c>, <c>fewer shows</c> or <c>keep</c>.</summary>
    public required string Recommendation { get; init; }

    /// <summary>Why, as a sentence.</summary>
    public required string Text { get; init; }

    /// <summary>Its showtimes.</summary>
    public required int Shows { get; init; }

    /// <summary>Seats sold for those.</summary>
    public required int Seats { get; init; }

    /// <summary>As a share of all their seats.</summary>
    public required double Occupancy { get; init; }

    /// <summary>Seats other films would have sold at the same times in the same theaters.</summary>
    public required double ExpectedSeats { get; init; }

    /// <summary>Seats over those expected: 1 is as good as other films.</summary>
    public required double Ratio { get; init; }

    /// <summary>Seats a showtime in the last week over those in the week before.</summary>
    public required double WeekChange { get; init; }

    /// <summary>What came in, in hundredths.</summary>
    public required long RevenueCents { get; init; }

    /// <summary>The same for one showtime.</summary>
    public required long RevenueAShowCents { get; init; }

    /// <summary>What one showtime of any film brought, in hundredths.</summary>
    public required long HouseRevenueAShowCents { get; init; }

    /// <summary>Its showtimes in the next fortnight.</summary>
    public required int UpcomingShows { get; init; }

    /// <summary>What is to be expected of those, as a share of their seats.</summary>
    public required double UpcomingOccupancy { get; init; }
}
