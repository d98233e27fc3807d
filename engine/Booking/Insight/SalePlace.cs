using Catalog.Engine.Analytics;

namespace Catalog.Engine.Booking;

/// <summary>What a sale counts for: the film and theater of its showtime, when it happened.</summary>
/// <param name="MovieId">The film.</param>
/// <param name="TheaterId">The theater.</param>
/// <param name="GenreId">The film's genre, as <see cref="BookingInsight.GenreOf"/> knows it.</param>
/// <param name="CityId">The theater's city, as <see cref="BookingInsight.CityOf"/> knows it.</param>
/// <param name="StartsAtMs">When the show begins, milliseconds since 1970; 0 when nobody knows.</param>
public readonly record struct SalePlace(
    ulong MovieId, ulong TheaterId, ulong GenreId, ulong CityId, long StartsAtMs)
{
    /// <summary>A showtime nobody knows: it was added before a model that began late.</summary>
    public static SalePlace Unknown { get; } =
        new(DimensionSpec.Other, DimensionSpec.Other, DimensionSpec.Other, DimensionSpec.Other, 0);
}
