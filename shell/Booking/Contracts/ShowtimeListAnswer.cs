using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Contracts;

/// <summary>A page of showtimes.</summary>
/// <param name="Items">The showtimes.</param>
/// <param name="Total">How many the filter lets through on all pages.</param>
/// <param name="Page">The page's number, from 1; with a cursor always 1.</param>
/// <param name="Limit">Showtimes a page.</param>
/// <param name="HasMore">Whether there are further ones.</param>
/// <param name="NextCursor">Where the next page begins; absent at the end.</param>
public sealed record ShowtimeListAnswer(
    IReadOnlyList<ShowtimeAnswer> Items, int Total, int Page, int Limit, bool HasMore, string? NextCursor)
    : IExampled<ShowtimeListAnswer>
{
    /// <inheritdoc/>
    public static ShowtimeListAnswer Example => new([ShowtimeAnswer.Example], 1, 1, 20, false, null);
}
