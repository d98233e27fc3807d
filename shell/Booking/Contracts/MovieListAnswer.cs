using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Contracts;

/// <summary>A page of films, by title.</summary>
/// <param name="Items">The films.</param>
/// <param name="Total">How many the filter lets through on all pages.</param>
/// <param name="HasMore">Whether there are further ones.</param>
/// <param name="NextCursor">Where the next page begins; absent at the end.</param>
/// <param name="Genres">Every genre there is.</param>
public sealed record MovieListAnswer(
    IReadOnlyList<MovieAnswer> Items, int Total, bool HasMore, string? NextCursor, IReadOnlyList<string> Genres)
    : IExampled<MovieListAnswer>
{
    /// <inheritdoc/>
    public static MovieListAnswer Example => new([MovieAnswer.Example], 1, false, null, ["Drama"]);
}
