namespace Catalog.Shell.Leaderboards.Contracts;

/// <summary>Which final standings there are.</summary>
/// <param name="GameMode">The game mode.</param>
/// <param name="Items">The latest first.</param>
public sealed record ArchiveListAnswer(string GameMode, IReadOnlyList<ArchiveHeadAnswer> Items);
