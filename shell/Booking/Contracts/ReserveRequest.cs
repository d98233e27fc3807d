using System.Text.Json.Serialization;
using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Contracts;

/// <summary>A wish to hold seats chosen by hand, places in an area, or the best there are.</summary>
/// <param name="ShowtimeId">The showtime, as a decimal string or a number.</param>
/// <param name="Seats">Seats by their labels, at most 10.</param>
/// <param name="Area">A general-admission area by its name.</param>
/// <param name="Places">Places in it, 1 to 10.</param>
/// <param name="NeedsAccess">Whether seats for wheelchair users may be taken.</param>
/// <param name="Best">What the best seats are, instead of naming them.</param>
public sealed record ReserveRequest(
    [property: JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)] ulong ShowtimeId,
    IReadOnlyList<string>? Seats = null,
    string? Area = null,
    int? Places = null,
    bool NeedsAccess = false,
    BestSeatsRequest? Best = null) : IExampled<ReserveRequest>
{
    /// <inheritdoc/>
    public static ReserveRequest Example => new(1, Seats: ["B2", "B3"]);
}
