using System.Text.Json.Serialization;
using Catalog.Shell.Http;

namespace Catalog.Shell.Leaderboards.Crowd.Contracts;

/// <summary>What a player paid in the game.</summary>
/// <param name="PlayerId">The player.</param>
/// <param name="Amount">
/// How much, in the currency's smallest unit; negative for what was paid back; 0 to say by which channel a player came.
/// </param>
/// <param name="Currency">The currency, three capitals of ISO 4217.</param>
/// <param name="Channel">By which way the player was won.</param>
/// <param name="At">When it was paid; now otherwise.</param>
public sealed record PurchaseRequest(
    [property: JsonNumberHandling(JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.WriteAsString)]
    ulong? PlayerId,
    long? Amount,
    string? Currency,
    string? Channel = null,
    DateTimeOffset? At = null)
    : IExampled<PurchaseRequest>
{
    /// <inheritdoc/>
    public static PurchaseRequest Example => new(1099511627776, 499, "EUR", "ads");
}
