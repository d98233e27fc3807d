using System.Text.Json.Serialization;
using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Contracts;

/// <summary>A showtime as it should be.</summary>
/// <param name="MovieId">The film.</param>
/// <param name="TheaterId">The theater; for good.</param>
/// <param name="StartsAt">When the film starts.</param>
/// <param name="PriceCents">What a place costs in zones without a price of their own, in hundredths.</param>
/// <param name="ZonePrices">What a place costs by the zone's name, in hundredths.</param>
/// <param name="OnSaleAt">When sales begin; at once when absent.</param>
/// <param name="HoldSeconds">How long a hold lasts; five minutes when absent.</param>
/// <param name="HasWaitingRoom">Whether buyers pass a waiting room.</param>
public sealed record ShowtimeRequest(
    [property: JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)] ulong MovieId,
    [property: JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)] ulong TheaterId,
    DateTimeOffset StartsAt,
    int? PriceCents = null,
    IReadOnlyDictionary<string, int>? ZonePrices = null,
    DateTimeOffset? OnSaleAt = null,
    int? HoldSeconds = null,
    bool HasWaitingRoom = false) : IExampled<ShowtimeRequest>
{
    /// <inheritdoc/>
    public static ShowtimeRequest Example => new(
        1, 1, new DateTimeOffset(2027, 1, 15, 19, 30, 0, TimeSpan.Zero), PriceCents: 1_200);
}
