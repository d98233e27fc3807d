namespace Catalog.Shell.Leaderboards.Contracts;

/// <summary>The game modes.</summary>
/// <param name="GameModes">All of them.</param>
public sealed record GameModeListAnswer(IReadOnlyList<GameModeAnswer> GameModes);
