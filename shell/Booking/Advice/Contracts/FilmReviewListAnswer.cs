namespace Catalog.Shell.Booking.Advice.Contracts;

/// <summary>How films have done in the last fortnight, the one that did worst first.</summary>
/// <param name="Items">The films.</param>
/// <param name="Basis">What was learned from.</param>
public sealed record FilmReviewListAnswer(IReadOnlyList<FilmReviewAnswer> Items, AdviceBasisAnswer Basis);
