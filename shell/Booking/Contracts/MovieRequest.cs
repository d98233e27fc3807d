using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Contracts;

/// <summary>A film as it should be.</summary>
/// <param name="Title">Its title.</param>
/// <param name="DurationMinutes">How long it runs.</param>
/// <param name="Genre">Its genre.</param>
/// <param name="Description">What it is about.</param>
/// <param name="Rating">Its age rating.</param>
/// <param name="PosterUrl">Where its poster is.</param>
/// <param name="ReleasedOn">The day it came or comes out.</param>
public sealed record MovieRequest(
    string Title, int DurationMinutes, string Genre, string Description = "", string Rating = "",
    string PosterUrl = "", DateOnly? ReleasedOn = null) : IExampled<MovieRequest>
{
    /// <inheritdoc/>
    public static MovieRequest Example => new(
        "The Long Wait", 100, "Drama", "Two people, one platform.", "12", ReleasedOn: new DateOnly(2027, 1, 8));
}
