using Catalog.Shell.Booking.Contracts;

namespace Catalog.Shell.Booking.Advice.Contracts;

/// <summary>A film somebody may like.</summary>
/// <param name="Movie">The film.</param>
/// <param name="Score">The more, the better; only comparable within one answer.</param>
/// <param name="Reasons">Why, the weightiest first.</param>
/// <param name="Showtimes">Showtimes with free seats, the most suitable first.</param>
public sealed record RecommendationAnswer(
    MovieAnswer Movie, double Score, IReadOnlyList<RecommendationReasonAnswer> Reasons,
    IReadOnlyList<ShowtimeAnswer> Showtimes);
