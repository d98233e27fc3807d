using Catalog.Engine.Booking;
using Catalog.Shell.Booking.Posters;
using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Contracts;

/// <summary>A film.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Description">What it is about.</param>
/// <param name="DurationMinutes">How long it runs.</param>
/// <param name="Genre">Its genre.</param>
/// <param name="Rating">Its age rating.</param>
/// <param name="PosterUrl">Where its poster is: its own, or one the server draws.</param>
/// <param name="ReleasedOn">The day it came or comes out.</param>
/// <param name="Revision">What a change says it was made from.</param>
public sealed record MovieAnswer(
    string Id, string Title, string Description, int DurationMinutes, string Genre, string Rating, string PosterUrl,
    DateOnly ReleasedOn, int Revision) : IExampled<MovieAnswer>
{
    /// <inheritdoc/>
    public static MovieAnswer Example => new(
        "1", "The Long Wait", "Two people, one platform.", 100, "Drama", "12", "/booking/api/movies/1/poster",
        new DateOnly(2027, 1, 8), 1);

    /// <summary>Makes the answer for a film.</summary>
    public static MovieAnswer Of(Movie movie) => new(
        IdText.Of(movie.Id), movie.Title, movie.Description, movie.DurationMinutes, movie.Genre, movie.Rating,
        PosterEndpoint.AddressOf(movie), movie.ReleasedOn, movie.Revision);
}
