using Catalog.Shell.Http;

namespace Catalog.Shell.Leaderboards.Contracts;

/// <summary>How a player is taken off the boards.</summary>
/// <param name="Kind">shadow, temporary, permanent, or none to let the player back.</param>
/// <param name="Until">When a temporary ban ends.</param>
public sealed record BanRequest(string? Kind, DateTimeOffset? Until = null)
    : IExampled<BanRequest>
{
    /// <inheritdoc/>
    public static BanRequest Example => new("temporary", new DateTimeOffset(2027, 2, 1, 0, 0, 0, TimeSpan.Zero));
}
