using Catalog.Shell.Leaderboards.Contracts;

namespace Catalog.Shell.Leaderboards.Insight.Contracts;

/// <summary>The first hundred at the end of a day.</summary>
/// <param name="GameMode">The game mode.</param>
/// <param name="Day">The day.</param>
/// <param name="FirstDay">The first day there is.</param>
/// <param name="TotalPlayers">How many were on the board.</param>
/// <param name="Rows">The first hundred.</param>
public sealed record TopDayAnswer(
    string GameMode, DateOnly Day, DateOnly FirstDay, long TotalPlayers, IReadOnlyList<BoardRowAnswer> Rows);
