using System.Text.Json.Serialization;

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
    IReadOnlyList<AreaAnswer> Areas);
