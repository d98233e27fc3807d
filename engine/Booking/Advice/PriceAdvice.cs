namespace Catalog.Engine.Booking.Advice;

/// <summary>What a showtime should cost, and why.</summary>
public sealed record PriceAdvice
{
    /// <summary>What it costs now, and brings.</summary>
    public required PriceCandidate Now { get; init; }

    /// <summary>What it should cost, and would bring.</summary>
    public required PriceCandidate Suggested { get; init; }

    /// <summary>All prices that were weighed, the lowest first.</summary>
    public required IReadOnlyList<PriceCandidate> Candidates { get; init; }

    /// <summary>What will have been sold at the present price.</summary>
    public required ShowForecast Forecast { get; init; }

    /// <summary>What prices do to demand.</summary>
    public required PriceElasticity Elasticity { get; init; }

    /// <summary>The price over what the theater usually asks at such times: 1 is as usual.</summary>
    public required double PriceRatio { get; init; }

    /// <summary>How much it is to be believed.</summary>
    public required Confidence Confidence { get; init; }
}
