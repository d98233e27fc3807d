using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Contracts;

/// <summary>Where somebody stands on a waiting list.</summary>
/// <param name="ShowtimeId">The showtime.</param>
/// <param name="Status">Always <c>waiting</c>.</param>
/// <param name="Position">The place in the list, from 1.</param>
public sealed record WaitingListAnswer(string ShowtimeId, string Status, int Position) : IExampled<WaitingListAnswer>
{
    /// <inheritdoc/>
    public static WaitingListAnswer Example => new("1", "waiting", 3);
}
