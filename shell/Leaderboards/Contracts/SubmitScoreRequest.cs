using Catalog.Shell.Http;

namespace Catalog.Shell.Leaderboards.Contracts;

/// <summary>A finished game.</summary>
/// <param name="GameMode">The game mode: its name or its id.</param>
/// <param name="Score">The score.</param>
/// <param name="GameDurationSeconds">How long the game took.</param>
public sealed record SubmitScoreRequest(string? GameMode, int? Score, int? GameDurationSeconds)
    : IExampled<SubmitScoreRequest>
{
    /// <inheritdoc/>
    public static SubmitScoreRequest Example => new("deathmatch", 3_200, 610);
}
