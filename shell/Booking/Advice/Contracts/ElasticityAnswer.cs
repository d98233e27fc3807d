using Catalog.Engine.Booking.Advice;

namespace Catalog.Shell.Booking.Advice.Contracts;

/// <summary>By how many percent demand changes with one percent of price.</summary>
/// <param name="Value">What is reckoned with.</param>
/// <param name="Showtimes">Showtimes it was seen on.</param>
/// <param name="IsKnown">Whether prices varied enough to say much; else it is mostly what is usual.</param>
public sealed record ElasticityAnswer(double Value, int Showtimes, bool IsKnown)
{
    internal static ElasticityAnswer Of(PriceElasticity elasticity) =>
        new(Math.Round(elasticity.Value, 3), elasticity.Showtimes, elasticity.IsKnown);
}
