using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Contracts;

/// <summary>A page of bookings, newest first.</summary>
/// <param name="Items">The bookings.</param>
/// <param name="HasMore">Whether there may be further ones.</param>
/// <param name="NextCursor">Where the next page begins; absent at the end.</param>
public sealed record BookingListAnswer(IReadOnlyList<BookingAnswer> Items, bool HasMore, string? NextCursor)
    : IExampled<BookingListAnswer>
{
    /// <inheritdoc/>
    public static BookingListAnswer Example => new([BookingAnswer.Example], false, null);
}
