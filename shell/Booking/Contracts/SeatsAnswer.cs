using System.Text.Json.Serialization;
using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Contracts;

/// <summary>A showtime's seats as they are.</summary>
/// <param name="ShowtimeId">The showtime.</param>
/// <param name="Version">Counts the changes: the first event of the live stream after this has the next number.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Width">The plan's width, in half seats.</param>
/// <param name="Zones">The price zones.</param>
/// <param name="Rows">The rows, the one nearest to the screen first.</param>
/// <param name="Areas">The general-admission areas.</param>
public sealed record SeatsAnswer(
    [property: JsonNumberHandling(JsonNumberHandling.WriteAsString)] ulong ShowtimeId,
    ulong Version,
    string Currency,
    int Width,
    IReadOnlyList<ZoneAnswer> Zones,
    IReadOnlyList<RowAnswer> Rows,
    IReadOnlyList<AreaAnswer> Areas) : IExampled<SeatsAnswer>
{
    /// <inheritdoc/>
    public static SeatsAnswer Example => new(
        1, 17, "EUR", 8, [new ZoneAnswer("Standard", 1_200)],
        [new RowAnswer("B", [new SeatAnswer("B2", "B", 2, 2, "Standard", "seat", 1_200, "free")])], []);
}
