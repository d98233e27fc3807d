using Catalog.Shell.Http;

namespace Catalog.Shell.Leaderboards.Contracts;

/// <summary>What became of many submissions.</summary>
/// <param name="Counted">How many count.</param>
/// <param name="Held">How many wait for review.</param>
/// <param name="Refused">How many were refused.</param>
/// <param name="GameMode">The game mode.</param>
/// <param name="Results">What became of each, in the order they were sent.</param>
public sealed record SubmitBatchAnswer(
    int Counted, int Held, int Refused, string GameMode, IReadOnlyList<BatchResult> Results)
    : IExampled<SubmitBatchAnswer>
{
    /// <inheritdoc/>
    public static SubmitBatchAnswer Example => new(
        1, 0, 0, "deathmatch", [new BatchResult("match-7/player-42", true, null, null, 125_000, 42, 53, false)]);
}
