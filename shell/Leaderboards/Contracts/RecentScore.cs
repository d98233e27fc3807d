using System.Text.Json.Serialization;

namespace Catalog.Shell.Leaderboards.Contracts;

/// <summary>A score that was just counted.</summary>
/// <param name="PlayerId">The player.</param>
/// <param name="Username">What the player is called.</param>
/// <param name="Score">The score.</param>
/// <param name="GameMode">The game mode.</param>
/// <param name="At">When.</param>
public sealed record RecentScore(
    [property: JsonNumberHandling(JsonNumberHandling.WriteAsString)] ulong PlayerId,
    string Username,
    long Score,
    string GameMode,
    DateTime At);
