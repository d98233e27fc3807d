using System.Text.Json.Serialization;
using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Contracts;

/// <summary>What became of a payment.</summary>
/// <param name="BookingId">The booking.</param>
/// <param name="ShowtimeId">The showtime.</param>
/// <param name="Status"><c>confirmed</c>, or <c>paying</c> while the provider has not answered.</param>
/// <param name="PaymentId">The payment.</param>
/// <param name="Seats">The seats' labels.</param>
/// <param name="Area">The general-admission area, when there are places.</param>
/// <param name="Places">Places in it.</param>
/// <param name="AmountCents">What it cost, in hundredths.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="IsLate">Whether the hold had run out and the seats were still free.</param>
public sealed record ConfirmedAnswer(
    string BookingId,
    [property: JsonNumberHandling(JsonNumberHandling.WriteAsString)] ulong ShowtimeId,
    string Status,
    [property: JsonNumberHandling(JsonNumberHandling.WriteAsString)] ulong PaymentId,
    IReadOnlyList<string> Seats,
    string? Area,
    int? Places,
    long AmountCents,
    string Currency,
    bool IsLate) : IExampled<ConfirmedAnswer>
{
    /// <inheritdoc/>
    public static ConfirmedAnswer Example => new(
        "1-7", 1, "confirmed", 9, ["B2", "B3"], null, null, 2_400, "EUR", false);
}
