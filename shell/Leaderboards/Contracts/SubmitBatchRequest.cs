using Catalog.Shell.Http;

namespace Catalog.Shell.Leaderboards.Contracts;

/// <summary>Finished games of a mode, as a game's own server reports them.</summary>
/// <param name="GameMode">The game mode: its name or its id.</param>
/// <param name="Submissions">The games, 1 to 1,000.</param>
public sealed record SubmitBatchRequest(string? GameMode, IReadOnlyList<BatchSubmission>? Submissions)
    : IExampled<SubmitBatchRequest>
{
    /// <inheritdoc/>
    public static SubmitBatchRequest Example =>
        new("deathmatch", [new BatchSubmission("match-7/player-42", "42", 3_200, 610)]);
}
