namespace Catalog.Shell.Booking.Contracts;

/// <summary>What an answer speaks of, as it is right now.</summary>
/// <param name="Films">Films.</param>
/// <param name="Showtimes">Showtimes, soonest first.</param>
/// <param name="Bookings">The caller's own bookings, newest first.</param>
/// <param name="Theaters">Theaters.</param>
/// <param name="Links">Pages that help.</param>
public sealed record ChatbotResults(
    IReadOnlyList<MovieAnswer> Films,
    IReadOnlyList<ShowtimeAnswer> Showtimes,
    IReadOnlyList<BookingAnswer> Bookings,
    IReadOnlyList<TheaterAnswer> Theaters,
    IReadOnlyList<ChatbotLink> Links);
