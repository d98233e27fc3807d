namespace Catalog.Shell.Leaderboards.Contracts;

/// <summary>One finished game of many.</summary>
/// <param name="Id">The submission's own id, 1 to 255 printable characters; repeating it is harmless.</param>
/// <param name="PlayerId">The player.</param>
/// <param name="Score">The score.</param>
/// <param name="GameDurationSeconds">How long the game took.</param>
public sealed record BatchSubmission(string? Id, string? PlayerId, int? Score, int? GameDurationSeconds);
