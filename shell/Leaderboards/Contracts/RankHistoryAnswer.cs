using System.Text.Json.Serialization;

namespace Catalog.Shell.Leaderboards.Contracts;

/// <summary>A player's places day by day.</summary>
/// <param name="GameMode">The game mode.</param>
/// <param name="PlayerId">The player.</param>
/// <param name="Days">The days, the earliest first.</param>
public sealed record RankHistoryAnswer(
    string GameMode,
    [property: JsonNumberHandling(JsonNumberHandling.WriteAsString)] ulong PlayerId,
    IReadOnlyList<DayRankAnswer> Days);
