namespace Catalog.Shell.Leaderboards.Contracts;

/// <summary>A wish to be told of a game mode, as <c>subscribe:leaderboard</c>.</summary>
/// <param name="GameMode">The game mode: its name or its id.</param>
public sealed record LeaderboardSubscription(string GameMode);
