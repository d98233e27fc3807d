using System.Text.Json.Serialization;
using Catalog.Shell.Http;

namespace Catalog.Shell.Leaderboards.Play.Contracts;

/// <summary>Somebody to play against.</summary>
/// <param name="PlayerId">The player.</param>
/// <param name="Username">What the player is called.</param>
/// <param name="Region">Where the player plays; absent for none.</param>
/// <param name="Rating">The rating.</param>
/// <param name="Deviation">Its standard deviation.</param>
/// <param name="WinChance">What the one who asks may expect, 0 to 1: 0.5 is an even game.</param>
/// <param name="LastActiveAt">When the player last played.</param>
/// <param name="Traits">Of even_chances, same_region, played_today, provisional.</param>
public sealed record OpponentAnswer(
    [property: JsonNumberHandling(JsonNumberHandling.WriteAsString)] ulong PlayerId,
    string Username,
    string? Region,
    int Rating,
    int Deviation,
    double WinChance,
    DateTime LastActiveAt,
    IReadOnlyList<string> Traits)
    : IExampled<OpponentAnswer>
{
    /// <inheritdoc/>
    public static OpponentAnswer Example =>
        new(
            4_211, "RapidFalcon", "eu", 1_620, 55, 0.48, new DateTime(2030, 1, 1, 12, 0, 0, DateTimeKind.Utc),
            ["even_chances", "same_region"]);
}
