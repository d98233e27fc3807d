namespace Catalog.Shell.Leaderboards.Contracts;

/// <summary>Final standings with their top.</summary>
/// <param name="GameMode">The game mode.</param>
/// <param name="Archive">Which.</param>
/// <param name="Rows">The top.</param>
/// <param name="Rewards">What the top got; for each rank the first that fits.</param>
public sealed record ArchiveAnswer(
    string GameMode,
    ArchiveHeadAnswer Archive,
    IReadOnlyList<BoardRowAnswer> Rows,
    IReadOnlyList<RewardAnswer> Rewards);
