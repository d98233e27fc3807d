namespace Catalog.Engine.Booking.Advice;

/// <summary>What will have been sold of a showtime in the end.</summary>
public sealed record ShowForecast
{
    /// <summary>Seats on average.</summary>
    public required double ExpectedSeats { get; init; }

    /// <summary>As likely more as less.</summary>
    public required double MedianSeats { get; init; }

    /// <summary>Nine times in ten more.</summary>
    public required double LowSeats { get; init; }

    /// <summary>Nine times in ten less.</summary>
    public required double HighSeats { get; init; }

    /// <summary>The median as a share of all seats.</summary>
    public required double Occupancy { get; init; }

    /// <summary>How well that is.</summary>
    public required DemandClass Class { get; init; }

    /// <summary>How much it is to be believed.</summary>
    public required Confidence Confidence { get; init; }

    /// <summary>What it rests on: the usual showtime's seats times all of these.</summary>
    public required IReadOnlyList<DemandFactor> Factors { get; init; }

    /// <summary>Seats a usual showtime sells.</summary>
    public required double UsualSeats { get; init; }

    /// <summary>
    /// Nine ways it may turn out, each as likely, from few seats to many, were there seats for everybody.
    /// </summary>
    internal double[] Wanted { get; init; } = [];
}
