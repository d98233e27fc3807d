namespace Catalog.Shell.Leaderboards.Contracts;

/// <summary>The top of a game mode has changed.</summary>
/// <param name="GameMode">The game mode.</param>
/// <param name="TotalPlayers">How many are on the board.</param>
/// <param name="Top10">The first ten.</param>
public sealed record LeaderboardUpdate(string GameMode, long TotalPlayers, IReadOnlyList<BoardRowAnswer> Top10);
