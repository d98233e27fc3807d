using System.Text.Json.Serialization;

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
    DateTime MemberSince);
