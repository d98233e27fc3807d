namespace Catalog.Engine.Booking.Advice;

/// <summary>A film for somebody, with reasons and the showtimes that suit best.</summary>
/// <param name="Movie">The film.</param>
/// <param name="Score">The more, the better; comparable within one answer.</param>
/// <param name="Reasons">Why, the weightiest first.</param>
/// <param name="Showtimes">Showtimes with free seats, the most suitable first.</param>
public sealed record Suggestion(
    Movie Movie, double Score, IReadOnlyList<TasteReason> Reasons, IReadOnlyList<UpcomingShowtime> Showtimes);
