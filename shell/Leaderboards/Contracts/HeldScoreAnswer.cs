namespace Catalog.Shell.Leaderboards.Contracts;

/// <summary>A submission that broke rules.</summary>
/// <param name="SubmissionId">The submission.</param>
/// <param name="Score">The score.</param>
/// <param name="DurationSeconds">How long the game took.</param>
/// <param name="SubmittedAt">When it came.</param>
/// <param name="Reasons">The rules it broke.</param>
public sealed record HeldScoreAnswer(
    string SubmissionId,
    int Score,
    int DurationSeconds,
    DateTime SubmittedAt,
    IReadOnlyList<string> Reasons);
