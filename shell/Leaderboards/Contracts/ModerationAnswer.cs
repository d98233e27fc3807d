using Catalog.Shell.Http;

namespace Catalog.Shell.Leaderboards.Contracts;

/// <summary>What became of what a moderator did.</summary>
/// <param name="Number">What it concerned: scores that count now, a total, a season.</param>
public sealed record ModerationAnswer(long Number)
    : IExampled<ModerationAnswer>
{
    /// <inheritdoc/>
    public static ModerationAnswer Example =>
        new(1);
}
