using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Contracts;

/// <summary>A booking that was paid and is cancelled.</summary>
/// <param name="BookingId">The booking.</param>
/// <param name="Status">Always <c>cancelled</c>.</param>
/// <param name="RefundCents">What goes back, in hundredths.</param>
/// <param name="Currency">ISO 4217.</param>
public sealed record CancelledAnswer(string BookingId, string Status, long RefundCents, string Currency)
    : IExampled<CancelledAnswer>
{
    /// <inheritdoc/>
    public static CancelledAnswer Example => new("1-7", "cancelled", 2_400, "EUR");
}
