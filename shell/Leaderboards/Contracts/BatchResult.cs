namespace Catalog.Shell.Leaderboards.Contracts;

/// <summary>What became of one submission of many.</summary>
/// <param name="Id">The submission, by its own id.</param>
/// <param name="IsValid">Whether it counts; else it waits for review, or was refused.</param>
/// <param name="Reasons">The rules it broke; absent for none.</param>
/// <param name="Error">Why it was refused, by the problem's code; absent when it was not.</param>
/// <param name="TotalScore">The all-time score after it; absent unless it counts.</param>
/// <param name="Rank">The all-time rank after it.</param>
/// <param name="PreviousRank">The rank before it.</param>
/// <param name="IsPersonalBest">Whether no game of the player scored more.</param>
public sealed record BatchResult(
    string Id,
    bool IsValid,
    IReadOnlyList<string>? Reasons,
    string? Error,
    long? TotalScore,
    long? Rank,
    long? PreviousRank,
    bool IsPersonalBest);
