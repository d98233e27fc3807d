using Catalog.Shell.Http;

namespace Catalog.Shell.Leaderboards.Contracts;

/// <summary>What became of a submission.</summary>
/// <param name="SubmissionId">The submission.</param>
/// <param name="GameMode">The game mode.</param>
/// <param name="IsValid">Whether it counts; else it waits for review.</param>
/// <param name="Reasons">The rules it broke.</param>
/// <param name="Score">What was submitted.</param>
/// <param name="TotalScore">The all-time score after it; absent while it waits for review.</param>
/// <param name="Rank">The all-time rank after it.</param>
/// <param name="PreviousRank">The rank before it.</param>
/// <param name="IsPersonalBest">Whether no game of the player scored more.</param>
public sealed record SubmitScoreAnswer(
    string SubmissionId,
    string GameMode,
    bool IsValid,
    IReadOnlyList<string> Reasons,
    long Score,
    long? TotalScore,
    long? Rank,
    long? PreviousRank,
    bool IsPersonalBest)
    : IExampled<SubmitScoreAnswer>
{
    /// <inheritdoc/>
    public static SubmitScoreAnswer Example =>
        new("4f21a0c7d2e9b316", "deathmatch", true, [], 3_200, 125_000, 42, 53, false);
}
