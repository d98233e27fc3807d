namespace Catalog.Shell.Leaderboards.Contracts;

/// <summary>A player's all-time rank has changed.</summary>
/// <param name="GameMode">The game mode.</param>
/// <param name="NewRank">The rank now.</param>
/// <param name="OldRank">The rank that was told before.</param>
/// <param name="Score">The all-time score.</param>
public sealed record RankChange(string GameMode, long? NewRank, long? OldRank, long Score);
