using System.Text.Json.Serialization;

namespace Catalog.Shell.Leaderboards.Contracts;

/// <summary>A player's totals.</summary>
/// <param name="PlayerId">The player.</param>
/// <param name="Username">What the player is called.</param>
/// <param name="Region">The region; absent for none.</param>
/// <param name="Level">Grows with the games played: the root of their number, and one.</param>
/// <param name="GamesPlayed">In all modes.</param>
/// <param name="TotalScore">In all modes.</param>
/// <param name="AverageScore">In all modes.</param>
/// <param name="MemberSince">Since when the player is known.</param>
/// <param name="Modes">By game mode.</param>
public sealed record PlayerStatsAnswer(
    [property: JsonNumberHandling(JsonNumberHandling.WriteAsString)] ulong PlayerId,
    string Username,
    string? Region,
    int Level,
    int GamesPlayed,
    long TotalScore,
    long AverageScore,
    DateTime? MemberSince,
    IReadOnlyList<ModeStatsAnswer> Modes);
