using System.Text.Json.Serialization;
using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Contracts;

/// <summary>A wish to be offered seats that come back.</summary>
/// <param name="ShowtimeId">The showtime, as a decimal string or a number.</param>
/// <param name="Count">Seats or places, 1 to 10.</param>
/// <param name="Together">Whether the seats must be side by side.</param>
/// <param name="Zones">The price zones they would sit in; any when absent.</param>
/// <param name="MaxPriceCents">The most a seat or place may cost, in hundredths.</param>
/// <param name="Area">A general-admission area, when places are waited for instead of seats.</param>
public sealed record JoinWaitingListRequest(
    [property: JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)] ulong ShowtimeId,
    int Count,
    bool Together = false,
    IReadOnlyList<string>? Zones = null,
    int? MaxPriceCents = null,
    string? Area = null) : IExampled<JoinWaitingListRequest>
{
    /// <inheritdoc/>
    public static JoinWaitingListRequest Example => new(
        1, 2, Together: true, Zones: ["Standard"], MaxPriceCents: 1_500);
}
