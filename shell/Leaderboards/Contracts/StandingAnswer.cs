using Catalog.Shell.Http;

namespace Catalog.Shell.Leaderboards.Contracts;

/// <summary>A place on one board.</summary>
/// <param name="Type">What the board spans.</param>
/// <param name="Window">Which day, week, month or season; of an event its id.</param>
/// <param name="Region">The region; absent for none.</param>
/// <param name="Rank">From 1; absent while banned.</param>
/// <param name="Score">The score.</param>
/// <param name="TotalPlayers">How many are on the board.</param>
/// <param name="Percentile">Share of the others who are behind, 0 to 1.</param>
public sealed record StandingAnswer(
    string Type,
    string? Window,
    string? Region,
    long? Rank,
    long Score,
    long TotalPlayers,
    double? Percentile)
    : IExampled<StandingAnswer>
{
    /// <inheritdoc/>
    public static StandingAnswer Example =>
        new("weekly", "2030-W01", null, 42, 12_400, 48_120, 0.999);
}
