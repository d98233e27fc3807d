using System.Text.Json.Serialization;

namespace Catalog.Shell.Leaderboards.Crowd.Contracts;

/// <summary>A player of a list.</summary>
/// <param name="PlayerId">The player.</param>
/// <param name="Username">What the player is called.</param>
/// <param name="Region">The region; absent for none.</param>
/// <param name="FirstDay">The first day with a game.</param>
/// <param name="LastDay">The last one.</param>
/// <param name="Games">Games that counted.</param>
/// <param name="Seconds">How long they took together.</param>
/// <param name="Tier">The skill tier; absent when nothing was rated.</param>
public sealed record CrowdPlayerAnswer(
    [property: JsonNumberHandling(JsonNumberHandling.WriteAsString)] ulong PlayerId,
    string Username,
    string? Region,
    DateOnly FirstDay,
    DateOnly LastDay,
    int Games,
    long Seconds,
    string? Tier);
