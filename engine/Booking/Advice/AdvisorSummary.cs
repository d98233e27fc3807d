namespace Catalog.Engine.Booking.Advice;

/// <summary>When models were trained, on how much, and how good they were on what they had not seen.</summary>
public sealed record AdvisorSummary
{
    /// <summary>The time they were trained as of, milliseconds since 1970.</summary>
    public required long AsOfMs { get; init; }

    /// <summary>Paid bookings they learned from.</summary>
    public required int Bookings { get; init; }

    /// <summary>Showtimes that had started.</summary>
    public required int PastShowtimes { get; init; }

    /// <summary>People who had booked.</summary>
    public required int Users { get; init; }

    /// <summary>How good demand forecasts were.</summary>
    public required DemandScore Demand { get; init; }

    /// <summary>Below this occupancy demand is low.</summary>
    public required double LowBelow { get; init; }

    /// <summary>From this occupancy on demand is high.</summary>
    public required double HighFrom { get; init; }

    /// <summary>What prices do to demand.</summary>
    public required PriceElasticity Elasticity { get; init; }

    /// <summary>Whether the weights of suggestions were learned; else they are the usual ones.</summary>
    public required bool IsTasteLearned { get; init; }
}
