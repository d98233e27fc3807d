namespace Catalog.Engine.Booking;

/// <summary>A showtime with what belongs to it.</summary>
/// <param name="Showtime">The showtime.</param>
/// <param name="Movie">Its film.</param>
/// <param name="Theater">Its theater.</param>
/// <param name="Availability">How its seats stand.</param>
public readonly record struct ShowtimeListing(
    Showtime Showtime, Movie Movie, Theater Theater, ShowtimeAvailability Availability);
