using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Contracts;

/// <summary>Where somebody stands in a waiting room.</summary>
/// <param name="ShowtimeId">The showtime.</param>
/// <param name="Admitted">Whether seats may be held now.</param>
/// <param name="Position">The place in the queue, from 1; 0 once admitted.</param>
/// <param name="PassUntil">When the pass ends, once admitted.</param>
/// <param name="EstimatedWaitSeconds">About how long it takes to get in; absent when nobody can say.</param>
/// <param name="AskWithinSeconds">Ask again within so many seconds, or the place is lost; absent once admitted.</param>
/// <param name="SoldOut">Whether nothing is free nor held: the waiting list is the place to be.</param>
public sealed record WaitingRoomAnswer(
    string ShowtimeId,
    bool Admitted,
    int Position,
    DateTime? PassUntil,
    double? EstimatedWaitSeconds,
    int? AskWithinSeconds,
    bool SoldOut) : IExampled<WaitingRoomAnswer>
{
    /// <inheritdoc/>
    public static WaitingRoomAnswer Example => new("4", false, 120, null, 240, 120, false);
}
