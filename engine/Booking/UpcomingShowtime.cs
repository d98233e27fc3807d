namespace Catalog.Engine.Booking;

/// <summary>A showtime in the few numbers that scoring needs.</summary>
/// <param name="Id">Its id.</param>
/// <param name="StartsAtMs">When the film starts, milliseconds since 1970.</param>
/// <param name="Movie">The film.</param>
/// <param name="Theater">The theater.</param>
/// <param name="BaseCents">The price of the first zone, in hundredths.</param>
/// <param name="Free">Seats and places that may be held.</param>
/// <param name="Sold">Those that are sold.</param>
/// <param name="Capacity">All of them.</param>
public readonly record struct UpcomingShowtime(
    ulong Id, long StartsAtMs, Movie Movie, Theater Theater, int BaseCents, int Free, int Sold, int Capacity);
