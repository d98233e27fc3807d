namespace Catalog.Shell.Leaderboards.Contracts;

/// <summary>Final standings with their top.</summary>
/// <param name="GameMode">The game mode.</param>
/// <param name="Archive">Which.</param>
/// <param name="Rows">The top.</param>
public sealed record ArchiveAnswer(string GameMode, ArchiveHeadAnswer Archive, IReadOnlyList<BoardRowAnswer> Rows);
