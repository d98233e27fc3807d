using System.Text.Json.Serialization;
using Catalog.Shell.Http;

namespace Catalog.Shell.Leaderboards.Contracts;

/// <summary>A place on a board.</summary>
/// <param name="Rank">From 1.</param>
/// <param name="PlayerId">The player.</param>
/// <param name="Username">What the player is called.</param>
/// <param name="Region">The region; absent for none.</param>
/// <param name="Score">The score.</param>
public sealed record BoardRowAnswer(
    long Rank,
    [property: JsonNumberHandling(JsonNumberHandling.WriteAsString)] ulong PlayerId,
    string Username,
    string? Region,
    long Score)
    : IExampled<BoardRowAnswer>
{
    /// <inheritdoc/>
    public static BoardRowAnswer Example =>
        new(1, 4_211, "RapidFalcon", "eu", 1_250_300);
}
