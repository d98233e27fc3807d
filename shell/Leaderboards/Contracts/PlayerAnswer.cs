using System.Text.Json.Serialization;
using Catalog.Shell.Http;

namespace Catalog.Shell.Leaderboards.Contracts;

/// <summary>A player.</summary>
/// <param name="PlayerId">The player.</param>
/// <param name="Username">What the player is called.</param>
/// <param name="Region">The region; absent for none.</param>
/// <param name="MemberSince">Since when.</param>
public sealed record PlayerAnswer(
    [property: JsonNumberHandling(JsonNumberHandling.WriteAsString)] ulong PlayerId,
    string Username,
    string? Region,
    DateTime MemberSince)
    : IExampled<PlayerAnswer>
{
    /// <inheritdoc/>
    public static PlayerAnswer Example =>
        new(4_211, "RapidFalcon", "eu", new DateTime(2029, 10, 1, 8, 30, 0, DateTimeKind.Utc));
}
