using Catalog.Engine.Booking;
using Catalog.Engine.Core.Projections;
using Catalog.Shell.Events;
using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Bookings;

/// <summary>Finds bookings of a user, its own writes included. Thread-safe.</summary>
public sealed class BookingFinder(
    ProjectionView<UserBookings> bookings, ReadYourWrites writes, ShowtimeHouses houses)
{
    /// <summary>
    /// Reads a booking's id; false when it is none, or its showtime is none: nothing is asked of partitions that
    /// cannot be, because asking alone would keep them in memory.
    /// </summary>
    public bool TryParse(string? text, out BookingId id) =>
        BookingId.TryParse(text, out id) && houses.TryFindPlan(id.ShowtimeId, out _);

    /// <summary>Finds a booking of a user; somebody else's is not found.</summary>
    public async Task<UserBooking?> FindAsync(BookingId id, ulong userId, CancellationToken cancel)
    {
        await writes.WaitAsync(bookings, cancel);
        return bookings.Read((id, userId), static (all, wanted) =>
            all.TryFind(wanted.id.ShowtimeId, wanted.id.Number, out UserBooking found) && found.UserId == wanted.userId
                ? found
                : (UserBooking?)null);
    }

    /// <summary>
    /// The problem behind a booking the showtime does not know (any more): what became of it, for its owner alone.
    /// </summary>
    internal async Task<ProblemCode> ExplainAsync(BookingId id, ulong userId, CancellationToken cancel) =>
        (await FindAsync(id, userId, cancel))?.Status switch
        {
            null => ProblemCodes.NotFound,
            UserBookingStatus.Released => BookingProblems.HoldReleased,
            UserBookingStatus.Refunded => BookingProblems.PaymentRefunded,
            UserBookingStatus.Cancelled => BookingProblems.AlreadyCancelled,
            UserBookingStatus.Confirmed => BookingProblems.AlreadyConfirmed,
            _ => BookingProblems.HoldExpired,
        };
}
