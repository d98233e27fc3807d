using System.Text.Json.Serialization;
using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Contracts;

/// <summary>Seats that are held.</summary>
/// <param name="BookingId">The booking this begins.</param>
/// <param name="ShowtimeId">The showtime.</param>
/// <param name="Status">Always <c>reserved</c>.</param>
/// <param name="Seats">The seats' labels.</param>
/// <param name="Area">The general-admission area, when there are places.</param>
/// <param name="Places">Places in it.</param>
/// <param name="ExpiresAt">When the hold runs out.</param>
/// <param name="AmountCents">What it costs, in hundredths.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Token">The fencing token of the hold as it is now; an extension gives another.</param>
/// <param name="Rung">How well the party could be seated, when the best seats were asked for.</param>
public sealed record HoldAnswer(
    string BookingId,
    [property: JsonNumberHandling(JsonNumberHandling.WriteAsString)] ulong ShowtimeId,
    string Status,
    IReadOnlyList<string> Seats,
    string? Area,
    int? Places,
    DateTime ExpiresAt,
    long AmountCents,
    string Currency,
    [property: JsonNumberHandling(JsonNumberHandling.WriteAsString)] ulong Token,
    string? Rung) : IExampled<HoldAnswer>
{
    /// <inheritdoc/>
    public static HoldAnswer Example => new(
        "1-7", 1, "held", ["B2", "B3"], null, null,
        new(2027, 1, 15, 19, 30, 0, DateTimeKind.Utc), 2_400, "EUR", 42, null);
}
