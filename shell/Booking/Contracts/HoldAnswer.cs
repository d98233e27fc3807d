using System.Text.Json.Serialization;

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
    string? Rung);
