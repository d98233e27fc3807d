using System.Text.Json.Serialization;
using Catalog.Shell.Leaderboards.Play.Contracts;

namespace Catalog.Shell.Leaderboards.Contracts;

/// <summary>What a player is suspected of.</summary>
/// <param name="Id">The case.</param>
/// <param name="GameMode">The game mode.</param>
/// <param name="PlayerId">The player.</param>
/// <param name="Username">What the player is called.</param>
/// <param name="Status">open, cleared or upheld.</param>
/// <param name="Reasons">All rules that were broken.</param>
/// <param name="OpenedAt">When the first submission was held, or the analyzer raised it.</param>
/// <param name="LastAt">When the latest was.</param>
/// <param name="HeldCount">How many were held.</param>
/// <param name="Held">Those that are kept.</param>
/// <param name="GamesPlayed">The player's games that counted.</param>
/// <param name="AverageScore">Their average.</param>
/// <param name="BestScore">The highest.</param>
/// <param name="Ban">none, shadow, temporary or permanent.</param>
/// <param name="Anomaly">What the analyzer says; absent when only rules were broken.</param>
public sealed record FlagAnswer(
    string Id,
    string GameMode,
    [property: JsonNumberHandling(JsonNumberHandling.WriteAsString)] ulong PlayerId,
    string Username,
    string Status,
    IReadOnlyList<string> Reasons,
    DateTime OpenedAt,
    DateTime LastAt,
    int HeldCount,
    IReadOnlyList<HeldScoreAnswer> Held,
    int GamesPlayed,
    long AverageScore,
    int BestScore,
    string Ban,
    AnomalyAnswer? Anomaly);
