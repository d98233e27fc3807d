namespace Catalog.Engine.Booking.Advice;

/// <summary>One booking of a person, as a <see cref="TasteProfile"/> is made of them.</summary>
/// <param name="Movie">The film.</param>
/// <param name="Theater">The theater.</param>
/// <param name="StartsAtMs">When it was shown, milliseconds since 1970.</param>
public readonly record struct TasteVisit(Movie Movie, Theater Theater, long StartsAtMs);
