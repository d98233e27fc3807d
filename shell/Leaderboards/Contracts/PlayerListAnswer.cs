using Catalog.Shell.Http;

namespace Catalog.Shell.Leaderboards.Contracts;

/// <summary>Players by name.</summary>
/// <param name="Items">The players.</param>
/// <param name="HasMore">Whether there are further ones.</param>
/// <param name="NextCursor">Where to go on.</param>
public sealed record PlayerListAnswer(IReadOnlyList<PlayerAnswer> Items, bool HasMore, string? NextCursor)
    : IExampled<PlayerListAnswer>
{
    /// <inheritdoc/>
    public static PlayerListAnswer Example =>
        new([PlayerAnswer.Example], false, null);
}
